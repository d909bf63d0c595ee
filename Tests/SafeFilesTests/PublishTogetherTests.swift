import Foundation  // FileManager: looking at files by other means than those under test
import TestSupport
import Testing

@testable import SafeFiles

/// Several outputs that appear as one: all of them, or none, whenever the run is killed.
struct PublishTogetherTests {
  /// `a/mail` and `b/bundle`, filled with `text` and not yet published.
  private func stage(_ temporary: TemporaryFolder, _ text: String) throws -> [OutputFolder] {
    try [("a/mail", "withheld.csv"), ("b/bundle", "bagit.txt")].map { target, mark in
      var folder = try OutputFolder.staging(temporary(target), mark: mark)
      try folder.write(mark) { $0.put(text) }
      return folder
    }
  }

  private func texts(_ temporary: TemporaryFolder) throws -> [String] {
    try ["a/mail/withheld.csv", "b/bundle/bagit.txt"].map { file in
      temporary.exists(file) ? try temporary.text(file) : "none"
    }
  }

  /// What is left beside the outputs: names that begin with a dot.
  private func leftovers(_ temporary: TemporaryFolder) throws -> [String] {
    try temporary.names().filter { $0.contains("/.") && !$0.dropFirst(3).contains("/") }
  }

  @Test(arguments: [false, true])
  func `both appear, and nothing is left beside them`(isReplacing: Bool) throws {
    let temporary = try TemporaryFolder()
    if isReplacing { try OutputFolder.publish(try stage(temporary, "old")) }
    try OutputFolder.publish(try stage(temporary, "new"))
    #expect(try texts(temporary) == ["new", "new"])
    #expect(try leftovers(temporary) == [])
  }

  @Test func `one that cannot take its place keeps the other from appearing`() throws {
    let temporary = try TemporaryFolder()
    try OutputFolder.publish(try stage(temporary, "old"))
    let folders = try stage(temporary, "new")
    try temporary.remove("b/bundle")
    try temporary.file("b/bundle/thesis.txt", "mine")
    let error = #expect(throws: PublishingError.self) { try OutputFolder.publish(folders) }
    #expect(error?.inPlace == [])
    for folder in folders { folder.discard() }
    #expect(try texts(temporary) == ["old", "none"])
    #expect(try leftovers(temporary) == [])
  }

  @Test func `one that was changed after the journal takes the other back`() throws {
    let temporary = try TemporaryFolder()
    try OutputFolder.publish(try stage(temporary, "old"))
    let folders = try stage(temporary, "new")
    let places = try folders.map { try #require($0.staging).place }
    // The unfinished bundle is gone, so its rename fails after the mail's was done.
    try temporary.remove("b/.bundle.unfinished")
    let parts = try folders.map { Publication.Part(staging: try #require($0.staging), files: []) }
    let error = #expect(throws: PublishingError.self) { try Publication(parts: parts).carryOut() }
    #expect(error?.inPlace == [])
    #expect(error?.isUnfinished == false)
    #expect(try texts(temporary) == ["old", "old"])
    for place in places { #expect(!temporary.exists("a/\(place.journal)")) }
    for folder in folders { folder.discard() }
    #expect(try leftovers(temporary) == [])
  }

  /// How far a run came that was killed while it published.
  enum Kill: CaseIterable {
    case afterFirstJournal, afterJournals, afterFirstRename, afterRenames, afterFirstJournalGone
  }

  @Test(arguments: Kill.allCases, [(false, false), (false, true), (true, false), (true, true)])
  func `what a kill leaves is finished by the next run at either place`(
    kill: Kill,
    setting: (isReplacing: Bool, isFirstPlace: Bool)
  ) throws {
    let (isReplacing, isFirstPlace) = setting
    let temporary = try TemporaryFolder()
    if isReplacing { try OutputFolder.publish(try stage(temporary, "old")) }
    try dieWhilePublishing(temporary, kill)
    let finished = try OutputFolder.finishInterrupted(
      at: [temporary(isFirstPlace ? "a/mail" : "b/bundle")]
    )
    // One copy of the journal, beside the first place alone: no rename was done, and both outputs
    // are whole, so it is as good as two.
    let isFound = kill != .afterFirstJournal || isFirstPlace
    let old = isReplacing ? "old" : "none"
    switch kill {
    case .afterFirstJournal, .afterJournals:
      #expect(try texts(temporary) == (isFound ? ["new", "new"] : [old, old]))
      #expect(finished.count == (isFound ? 2 : 0))
    case .afterFirstRename:
      #expect(try texts(temporary) == ["new", "new"])
      #expect(finished.map { $0.suffix(9) } == ["/b/bundle"])
    case .afterRenames, .afterFirstJournalGone:
      #expect(try texts(temporary) == ["new", "new"])
      #expect(finished == [])
    }
    // Whatever was found or not, the next whole run leaves nothing beside its outputs.
    try OutputFolder.publish(try stage(temporary, "newest"))
    #expect(try texts(temporary) == ["newest", "newest"])
    #expect(try leftovers(temporary) == [])
  }

  private func dieWhilePublishing(_ temporary: TemporaryFolder, _ kill: Kill) throws {
    let stagings = try stage(temporary, "new").map { try #require($0.staging) }
    for staging in stagings { try staging.beginPublishing() }
    let places = stagings.map(\.place)
    let journal = try PublishingJournal(of: stagings)
    try journal.write(at: kill == .afterFirstJournal ? [places[0]] : places)
    guard kill != .afterFirstJournal, kill != .afterJournals else { return }
    let marks = stagings.map(\.mark)
    for index in kill == .afterFirstRename ? [0] : [0, 1] {
      _ = try places[index].putInPlace(mark: marks[index], canExchange: true)
    }
    if kill == .afterFirstJournalGone { try PublishingJournal.remove(at: [places[0]]) }
  }

  @Test func `a run that lives is not finished by another`() throws {
    let temporary = try TemporaryFolder()
    let stagings = try stage(temporary, "new").map { try #require($0.staging) }
    try PublishingJournal(of: stagings).write(at: stagings.map(\.place))
    let error = errorOf { _ = try OutputFolder.finishInterrupted(at: [temporary("a/mail")]) }
    #expect(error?.kind == .busy)
    withExtendedLifetime(stagings) {}
  }

  @Test func `a journal that is not whole is removed, and nothing is renamed`() throws {
    let temporary = try TemporaryFolder()
    try OutputFolder.publish(try stage(temporary, "old"))
    try temporary.file("a/.mail.publishing", "publishing-1\u{0}12\u{0}withheld")
    #expect(try OutputFolder.finishInterrupted(at: [temporary("a/mail")]) == [])
    #expect(try texts(temporary) == ["old", "old"])
    #expect(try leftovers(temporary) == [])
  }

  @Test func `a signal that comes while they take their places removes nothing`() throws {
    let temporary = try TemporaryFolder()
    let folders = try stage(temporary, "new")
    for folder in folders { try #require(folder.staging).beginPublishing() }
    for folder in folders { folder.discard() }
    #expect(try leftovers(temporary).count == 2)
    for folder in folders { try #require(folder.staging).endPublishing(isInPlace: false) }
  }
}
