import FlatTables
import MailMessage
import Reachability
import Roster
import Testing

@Suite struct ContactReachTests {
  @Test func `each contact has the verdict of its own texts, beyond one portion too`() throws {
    let emails = ["ann@oak.example.org", "", "no address", "ben@x.test", "ann@oak.us", "@"]
    let phones = ["5035550111", "(503) 555-0111", "", "--", "911"]
    var text = TextArena()
    let emailRefs = try emails.map { try text.append($0) }
    let phoneRefs = try phones.map { try text.append($0) }
    var contacts = Contacts()
    for row in 0..<40_000 {
      contacts.email.append(emailRefs[row % emails.count])
      contacts.phone.append(phoneRefs[row % phones.count])
    }
    let reach = ContactReach(of: contacts, in: text)

    let verdicts = emails.map { MailAddress.check(Array($0.utf8)) }
    let forms = phones.map { PhoneForm(of: Array($0.utf8).span) }
    #expect(Set(verdicts).count == 6 && Set(forms).count == 4)
    #expect(reach.count == 40_000)
    let isAsJudged = (0..<40_000).allSatisfy { row in
      reach.address(row) == verdicts[row % emails.count]
        && reach.hasAddress(row) == verdicts[row % emails.count].isWellFormed
        && reach.phone(row) == forms[row % phones.count]
        && reach.hasPhone(row) == forms[row % phones.count].isUsable
    }
    #expect(isAsJudged)
  }

  @Test(arguments: AddressVerdict.allCases)
  func `every verdict fits beside a phone's form`(verdict: AddressVerdict) {
    #expect(verdict.rawValue < 16)
  }

  @Test func `nobody is judged where there are no contacts`() {
    #expect(ContactReach(of: Contacts(), in: TextArena()).count == 0)
  }
}
