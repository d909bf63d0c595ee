import Findings
import PositionedJSON
import Roster
import SafeFiles

/// Reads the record of an event again, to store it.
struct EventReader {
  /// The file that was read last, so that not each event opens it.
  private var open: OpenFile?
  private var buffer: [UInt8] = []

  private final class OpenFile {
    let number: Int
    let file: ExportFile

    init(_ number: Int, _ file: consuming ExportFile) {
      self.number = number
      self.file = file
    }
  }

  /// Stores the record that `event` carries, as if it were in a list of its kind.
  ///
  /// - Throws: ``SafeFiles/FileError``, ``FlatTables/TextArenaFull``.
  mutating func store(
    _ event: GatheredEvent,
    through sink: inout RecordSink,
    to roster: inout Roster
  ) throws {
    let source = roster.source.files[event.place.file]
    if open?.number != event.place.file {
      open = OpenFile(event.place.file, try ExportFile(source))
    }
    let count = event.object.count
    if buffer.count < count { buffer = [UInt8](repeating: 0, count: count) }
    let read = try open?.file.read(into: &buffer, from: 0, at: event.place.offset) ?? 0
    let bytes = buffer.span.extracting(0..<min(read, count))
    // A trail of its own: keys were counted when the event was gathered.
    var walk = RecordWalk(
      bytes,
      trail: FieldTrail(),
      readsStudentEmail: sink.builder.readsStudentEmail
    )
    do throws(JSONFault) {
      try walk.walkOnlyRecord()
    } catch {
      // It was whole when it was first read.
      throw FileError(
        .failed,
        tried: "read",
        path: source.path,
        answer: "it changed while it was read"
      )
    }
    var (batch, _) = walk.finish()
    sink.open(file: event.place.file, hint: .unknown)
    sink.list = event.family
    sink.base = event.place.offset
    sink.line = event.line
    try sink.take(&batch.records[0], batch.values, from: JSONSource(bytes), into: &roster)
  }
}
