/// A layout of Bloomz's import files, as data: which files, which columns, where each value is from.
///
/// The public guide to Bloomz's V2 format exists in at least four editions with different column
/// sets, and some files are in none that could be read. So a layout is a table that a person can
/// check and change, not code: a new one is a file with one constant, and a line in ``all``.
public struct BundleProfile: Sendable, Hashable, CustomStringConvertible {
  /// The name in pipeline files, such as `bloomz-v2`.
  public var name: String
  /// One line for people who choose between profiles.
  public var summary: String
  /// How this layout writes grades.
  public var gradeSpelling: GradeSpelling
  /// The files, in the order they are written; each name once.
  public var files: [ProfileFile]

  /// A layout.
  public init(name: String, summary: String, gradeSpelling: GradeSpelling, files: [ProfileFile]) {
    self.name = name
    self.summary = summary
    self.gradeSpelling = gradeSpelling
    self.files = files
  }

  /// Every profile there is, in order of names.
  public static let all: [BundleProfile] = [
    .bloomzV2,
    .bloomzV2Short,
  ]

  /// The profile called `name`, or nil.
  public static func named(_ name: String) -> BundleProfile? {
    all.first { $0.name.utf8.elementsEqual(name.utf8) }
  }

  /// The name.
  public var description: String { name }

  /// The columns that no source states, as `file.column`, in file and column order.
  public var assumedColumns: [String] {
    files.flatMap { file in
      file.columns.filter(\.isAssumed).map { "\(file.name).\($0.name)" }
    }
  }
}
