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

  /// Stores the record that `event` carries, as if it stood in a list of its kind.
  ///
  /// - Throws: ``SafeFiles/FileError``, ``FlatTables/TextArenaFull``.
  mutating func store(
    _ event: GatheredEvent,
    walker: RecordWalker,
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
    var fields = RecordFields()
    var lists = RecordLists()
    // Of its own: keys were counted when the event was gathered.
    var trail = FieldTrail()
    var cursor = JSONCursor(buffer.span.extracting(0..<min(read, count)))
    do throws(JSONFault) {
      _ = try walker.walk(
        &cursor,
        into: &fields,
        lists: &lists,
        trail: &trail,
        mayOpenList: false
      )
    } catch {
      // It was whole when it was first read.
      throw FileError(
        .failed,
        tried: "read",
        path: source.path,
        answer: "it changed while it was read"
      )
    }
    fields.list = event.family
    var paths = OwnPaths()
    fields.own = paths.collection(of: fields, lists, in: cursor.source)
    sink.open(file: event.place.file, hint: .unknown)
    sink.base = event.place.offset
    sink.line = event.line
    try sink.take(&fields, lists, from: cursor.source, into: &roster)
  }
}
