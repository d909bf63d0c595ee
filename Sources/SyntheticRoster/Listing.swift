/// One of the API's lists, as far as an export has it: which records in which order.
struct Listing {
  /// Records of one kind, one after the other.
  struct Segment {
    var kind: Kind
    var count: Int
  }

  /// What a segment's records are.
  enum Kind: UInt8 {
    case district, school, course, term, teacher, admin, staffUser, districtAdmin
    case student, contact, contactCopy, section
    /// Students who are in the list a second time.
    case studentAgain
  }

  /// The list's name in paths and file names.
  var name: StaticString
  /// In order of ids, but for copies, which come last.
  var segments: [Segment]
  /// The positions in the segments of the records that the list has; nil if it has all.
  private(set) var chosen: [Int]?

  /// Its records.
  var count: Int { chosen?.count ?? total }

  private var total: Int { segments.reduce(0) { $0 + $1.count } }

  init(_ name: StaticString, _ segments: [(Kind, Int)]) {
    self.name = name
    self.segments = segments.map { Segment(kind: $0.0, count: $0.1) }
  }

  /// The record at `position`.
  @inline(__always)
  func record(at position: Int) -> (kind: Kind, number: Int) {
    var number = chosen?[position] ?? position
    for segment in segments {
      if number < segment.count { return (segment.kind, number) }
      number -= segment.count
    }
    preconditionFailure("the list is not that long")
  }

  /// Leaves out the records for which `isChosen` is false.
  mutating func choose(_ isChosen: (_ kind: Kind, _ number: Int) -> Bool) {
    chosen = (0..<count).filter { position in
      let (kind, number) = record(at: position)
      return isChosen(kind, number)
    }
  }
}

extension RecordWriter {
  /// The lists that an export of the version has (`CleverData.md`, section 2).
  var listings: [Listing] {
    let district = district
    let plan = district.plan
    var listings = [
      Listing("districts", [(.district, 1)]), Listing("schools", [(.school, plan.schools)]),
    ]
    if version.hasCourses {
      listings += [
        Listing("courses", [(.course, district.courseCount)]),
        Listing("terms", [(.term, district.termCount)]),
      ]
    }
    if version.hasUsers {
      // A district admin who is also staff is told of with the other roles.
      listings.append(
        Listing(
          "users",
          [
            (.teacher, district.teacherCount), (.staffUser, staffOnly.count),
            (.districtAdmin, District.districtAdminCount - 1), (.student, plan.students),
            (.contact, district.contactCount), (.studentAgain, copies.count),
          ]
        )
      )
    } else {
      listings += [
        Listing("teachers", [(.teacher, district.teacherCount)]),
        Listing("school_admins", [(.admin, district.adminCount)]),
        Listing("district_admins", [(.districtAdmin, District.districtAdminCount)]),
        Listing("students", [(.student, plan.students), (.studentAgain, copies.count)]),
        Listing(
          "contacts",
          [
            version.hasSharedContacts
              ? (.contact, district.contactCount) : (.contactCopy, district.contactCopyCount)
          ]
        ),
      ]
    }
    listings.append(Listing("sections", [(.section, district.sectionCount)]))
    return listings
  }

  /// The id of the record at a position of a list.
  func id(at position: Int, of listing: Listing) -> CleverID {
    let (kind, number) = listing.record(at: position)
    return id(of: kind, number)
  }

  /// The id of a record.
  @inline(__always)
  func id(of kind: Listing.Kind, _ number: Int) -> CleverID {
    switch kind {
    case .district: district.id(.district, 0)
    case .school: district.id(.school, number)
    case .course: district.id(.course, number)
    case .term: district.id(.term, number)
    case .teacher: teacherID(number)
    case .admin: adminID(number)
    case .staffUser: adminID(staffOnly[number])
    case .districtAdmin: districtAdminID(number)
    case .student: district.id(.student, number)
    case .studentAgain: district.id(.student, copies[number].index)
    case .contact: district.id(version.hasUsers ? .contactUser : .contact, number)
    case .contactCopy: district.id(.contactCopy, number)
    case .section: district.id(.section, number)
    }
  }
}
