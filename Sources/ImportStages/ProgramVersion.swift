/// The version of the program, as `--version`, reports and bundles name it.
public enum ProgramVersion {
  /// `MAJOR.MINOR.PATCH` (semver.org).
  public static let text = "0.1.0"
}
