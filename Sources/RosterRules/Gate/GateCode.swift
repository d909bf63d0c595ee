public import Findings

/// The stable codes of what the permission gate finds; their levels cannot be changed.
public enum GateCode: String, Sendable, Hashable, CaseIterable {
  /// Nobody was named, or nobody in the export is the person named.
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
  /// Nobody declared that Bloomz set the community up.
  case communityNotSetUp = "community-not-set-up"
  /// Nobody declared that the application is Bloomz.
  case applicationNotBloomz = "application-not-bloomz"
  /// A kind of record has no record in the export.
  case entityNotShared = "entity-not-shared"
  /// A token may not read what an import needs.
  case scopeMissing = "scope-missing"
  /// The importer declares that sharing permissions are not set.
  case sharingNotSet = "sharing-not-set"
  /// Most links of the school's sections lead to records that are not shared.
  case sharingIsPartial = "sharing-is-partial"
  /// Some teachers who were invited have not joined.
  case teachersHaveNotJoined = "teachers-have-not-joined"
  /// Nobody said which teachers have joined.
  case joinedTeachersUnknown = "joined-teachers-unknown"
  /// The district's sync stands still.
  case districtSyncStopped = "district-sync-stopped"
  /// No member of staff is in the export.
  case staffNotShared = "staff-not-shared"
  /// An elementary school shares more than homerooms and specialists.
  case elementarySharesEverySection = "elementary-shares-every-section"

  /// Blockers refuse the run; warnings advise.
  public var level: Level {
    switch self {
    case .staffNotShared, .elementarySharesEverySection: .warning
    default: .blocker
    }
  }
}
