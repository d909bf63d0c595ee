public import Findings

/// The stable codes of what the permission gate finds; their levels cannot be changed.
public enum GateCode: String, FindingCode, Hashable, CaseIterable {
  /// No importer was named, or the named person is not in the export.
  case importerUnknown = "importer-unknown"
  /// Several people have the e-mail address that was given.
  case importerAmbiguous = "importer-ambiguous"
  /// `/me` and the lists disagree, or a record contradicts itself.
  case importerEvidenceContradicts = "importer-evidence-contradicts"
  /// The importer holds another role.
  case importerIsNotSchoolAdmin = "importer-is-not-school-admin"
  /// `/me` names the role, but no list says for which schools.
  case importerSchoolsUnknown = "importer-schools-unknown"
  /// The importer's list lacks a school.
  case schoolNotOnImportersList = "school-not-on-importers-list"
  /// No school was chosen.
  case noSchoolChosen = "no-school-chosen"
  /// A chosen school has no record in the export.
  case schoolNotShared = "school-not-shared"
  /// A district admin cannot be matched to one of several districts.
  case severalDistricts = "several-districts"
  /// It was not declared that Bloomz set the community up.
  case communityNotSetUp = "community-not-set-up"
  /// It was not declared that the application is Bloomz.
  case applicationNotBloomz = "application-not-bloomz"
  /// A kind of record has no record in the export.
  case entityNotShared = "entity-not-shared"
  /// Records that an import needs are not in what was read, and may be shared all the same.
  case recordsMissing = "records-missing"
  /// A token may not read what an import needs.
  case scopeMissing = "scope-missing"
  /// The export has tokens, and none of them is of the district of the chosen schools.
  case noTokenOfDistrict = "no-token-of-district"
  /// The importer declares that sharing permissions are not set.
  case sharingNotSet = "sharing-not-set"
  /// Most links of the school's sections lead to records that are not shared.
  case sharingIsPartial = "sharing-is-partial"
  /// Some teachers who were invited have not joined.
  case teachersHaveNotJoined = "teachers-have-not-joined"
  /// It is not known which teachers have joined.
  case joinedTeachersUnknown = "joined-teachers-unknown"
  /// The district's sync is paused or stopped by an error.
  case districtSyncStopped = "district-sync-stopped"
  /// No member of staff is in the export.
  case staffNotShared = "staff-not-shared"
  /// An elementary school shares more than homerooms and specialists.
  case elementarySharesEverySection = "elementary-shares-every-section"

  /// Blockers refuse the run; warnings advise.
  public var level: Level {
    switch self {
    case .staffNotShared, .noTokenOfDistrict, .elementarySharesEverySection: .warning
    default: .blocker
    }
  }

  /// The code as it is in brackets after a message.
  public var code: String { rawValue }

  /// What was found, as one line for a catalogue.
  public var title: String {
    switch self {
    case .importerUnknown: "the person who imports is not in the export"
    case .importerAmbiguous: "several people have the importer's e-mail address"
    case .importerEvidenceContradicts: "the export contradicts itself about the importer"
    case .importerIsNotSchoolAdmin: "the importer does not have the role 'school_admin'"
    case .importerSchoolsUnknown: "the export does not show which schools the importer has"
    case .schoolNotOnImportersList: "a school is not on the importer's list"
    case .noSchoolChosen: "no school was chosen"
    case .schoolNotShared: "a chosen school has no record in the export"
    case .severalDistricts: "the export holds several districts, and the importer's is not known"
    case .communityNotSetUp: "it is not declared that Bloomz set the community up"
    case .applicationNotBloomz: "it is not declared that the export is for Bloomz"
    case .entityNotShared: "a kind of record that the import needs is not in the export"
    case .recordsMissing: "records that the import needs are not in what was read"
    case .scopeMissing: "a token may not read what the import needs"
    case .noTokenOfDistrict: "no token in the export is of the school's district"
    case .sharingNotSet: "it is declared that sharing permissions are not set"
    case .sharingIsPartial: "most people of the school's sections are not shared"
    case .teachersHaveNotJoined: "some teachers have not joined"
    case .joinedTeachersUnknown: "it is not known which teachers have joined"
    case .districtSyncStopped: "the district's sync is paused or stopped by an error"
    case .staffNotShared: "no member of staff is in the export"
    case .elementarySharesEverySection:
      "an elementary school shares more than homerooms and specialist sections"
    }
  }

  /// What to do about it: the way out of the need that is not met.
  public var help: String {
    switch self {
    case .recordsMissing:
      "first mend what is said of the files, lists and records that were not read, then run again"
    default: need.help
    }
  }

  /// The need that it is about.
  private var need: GateRow.Need {
    switch self {
    case .importerUnknown, .importerAmbiguous, .importerEvidenceContradicts,
      .importerIsNotSchoolAdmin, .severalDistricts:
      .role
    case .importerSchoolsUnknown, .schoolNotOnImportersList, .noSchoolChosen, .schoolNotShared:
      .schools
    case .communityNotSetUp: .community
    case .applicationNotBloomz: .application
    case .entityNotShared, .recordsMissing, .scopeMissing, .noTokenOfDistrict, .sharingNotSet:
      .sharing
    case .sharingIsPartial: .partialSharing
    case .teachersHaveNotJoined, .joinedTeachersUnknown: .order
    case .districtSyncStopped: .sync
    case .staffNotShared: .staff
    case .elementarySharesEverySection: .elementary
    }
  }
}
