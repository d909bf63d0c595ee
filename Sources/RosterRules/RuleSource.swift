/// The published text that asks for a rule.
public struct RuleSource: Sendable, Hashable {
  /// The document's title.
  public let document: String
  /// The section, or what the text says in a few words of ours.
  public let section: String
  /// Where the document is on the web.
  public let address: String

  /// A section of a document.
  public init(_ document: String, _ section: String, at address: String) {
    self.document = document
    self.section = section
    self.address = address
  }

  /// The source as one line.
  public var text: String { "\(document): \(section) <\(address)>" }
}

extension RuleSource {
  /// Bloomz's Clever guide for school admins, edition of 2 Jul 2019.
  static func bloomzCleverGuide(_ section: String) -> RuleSource {
    RuleSource(
      "Bloomz, Clever guide for school admins (2 Jul 2019)",
      section,
      at: "https://bloomz.desk.com/customer/en/portal/articles/2954887"
    )
  }

  /// Bloomz's V2 CSV import guide.
  static func bloomzV2Guide(_ section: String) -> RuleSource {
    RuleSource(
      "Bloomz, CSV V2 import guide",
      section,
      at:
        "https://support.bloomz.com/support/solutions/articles/62000231116-bloomz-csv-v2-import-guide"
    )
  }

  /// Bloomz's V1 CSV import guide.
  static func bloomzV1Guide(_ section: String) -> RuleSource {
    RuleSource(
      "Bloomz, CSV V1 import guide",
      section,
      at:
        "https://support.bloomz.com/support/solutions/articles/62000229400-bloomz-csv-v1-import-guide"
    )
  }

  /// Bloomz's page on the change of the school year.
  static func bloomzSchoolYear(_ section: String) -> RuleSource {
    RuleSource(
      "Bloomz, transitioning to the new school year",
      section,
      at:
        "https://bloomz.freshdesk.com/support/solutions/articles/62000200757-transitioning-to-the-new-school-year-school-admins"
    )
  }

  /// Clever's instructions for the CSV files of a district.
  static func cleverUpload(_ section: String) -> RuleSource {
    RuleSource(
      "Clever, SFTP instructions v2.1.1 (April 2020)",
      section,
      at: "https://github.com/rcmcdonald91/FACTS-To-CSV-Sync"
    )
  }

  /// Clever's page of data quirks.
  static func cleverQuirks(_ section: String) -> RuleSource {
    RuleSource(
      "Clever, data model quirks and supported features",
      section,
      at:
        "https://dev.clever.com/docs/data-model-quirks-and-supported-features-district-integrations"
    )
  }

  /// Clever's page of data quirks of classroom integrations, the data of a teacher's own library.
  static func cleverLibrary(_ section: String) -> RuleSource {
    RuleSource(
      "Clever, data model quirks of classroom integrations",
      section,
      at:
        "https://dev.clever.com/docs/data-model-quirks-and-supported-features-classroom-integrations"
    )
  }

  /// Clever's page of edge cases.
  static func cleverEdgeCases(_ section: String) -> RuleSource {
    RuleSource(
      "Clever, integration anti-patterns and edge cases",
      section,
      at: "https://dev.clever.com/docs/integration-anti-patterns-edge-cases"
    )
  }

  /// Clever's page on the end of API v1, which tells what changes between versions.
  static func cleverVersions(_ section: String) -> RuleSource {
    RuleSource(
      "Clever, API v1 deprecation",
      section,
      at: "https://dev.clever.com/docs/api-v1-deprecation"
    )
  }

  /// Bloomz's security pledge.
  static func bloomzSecurity(_ section: String) -> RuleSource {
    RuleSource(
      "Bloomz, security pledge",
      section,
      at: "https://www.bloomz.com/security-pledge"
    )
  }

  /// Clever's page on sync troubleshooting.
  static func cleverSync(_ section: String) -> RuleSource {
    RuleSource(
      "Clever, sync troubleshooting",
      section,
      at: "https://dev.clever.com/docs/sync-troubleshooting"
    )
  }

  /// Clever's page on paging and limits.
  static func cleverPaging(_ section: String) -> RuleSource {
    RuleSource(
      "Clever, paging and limits",
      section,
      at: "https://dev.clever.com/docs/paging-and-limits"
    )
  }

  /// Clever's page of error messages.
  static func cleverErrors(_ section: String) -> RuleSource {
    RuleSource(
      "Clever, error messages",
      section,
      at: "https://dev.clever.com/docs/error-messages"
    )
  }

  /// Clever's page on events.
  static func cleverEvents(_ section: String) -> RuleSource {
    RuleSource("Clever, events API", section, at: "https://dev.clever.com/docs/events-api")
  }

  /// Clever's page on student contacts.
  static func cleverContacts(_ section: String) -> RuleSource {
    RuleSource(
      "Clever, student contacts",
      section,
      at: "https://dev.clever.com/docs/student-contacts"
    )
  }

  /// Clever's API definitions.
  static func cleverDefinitions(_ section: String) -> RuleSource {
    RuleSource(
      "Clever, API definitions",
      section,
      at: "https://github.com/Clever/swagger-api"
    )
  }

  /// A request for comments of the IETF.
  static func rfc(_ number: Int, _ section: String) -> RuleSource {
    RuleSource("RFC \(number)", section, at: "https://www.rfc-editor.org/rfc/rfc\(number)")
  }

  /// Remind's page on syncs that are held: what another messenger for schools stops at.
  static func remindHolds(_ section: String) -> RuleSource {
    RuleSource(
      "Remind, my Clever sync status is on hold",
      section,
      at: "https://help.remind.com/hc/en-us/articles/360017553480-My-Clever-sync-status-is-on-hold"
    )
  }

  /// OWASP's page on formulas in CSV files.
  static func csvInjection(_ section: String) -> RuleSource {
    RuleSource(
      "OWASP, CSV injection",
      section,
      at: "https://owasp.org/www-community/attacks/CSV_Injection"
    )
  }

  /// Unicode's report on security considerations.
  static func unicodeSecurity(_ section: String) -> RuleSource {
    RuleSource(
      "Unicode Technical Report 36",
      section,
      at: "https://www.unicode.org/reports/tr36/"
    )
  }
}
