import Bytes
import Findings
import FlatTables
import PositionedJSON
import Roster

extension RecordSink {
  /// Puts an event aside, to be applied when every record is there.
  ///
  /// Its record is walked now already: so an event that cannot be read is known for one, with the
  /// place, before anything rests on it.
  mutating func takeEvent(
    _ record: borrowing WalkedRecord,
    _ json: JSONSource,
    _ roster: inout Roster
  ) throws(TextArenaFull) {
    let bytes = json.rawBytes(in: record.bytes.range)
    do throws(EventFault) {
      var event = try events.read(bytes)
      let before = bytes.extracting(0..<event.object.lowerBound)
      event.place = place(record.bytes.start + event.object.lowerBound)
      event.line = line + UInt32(truncatingIfNeeded: LineCounter.lineFeeds(in: before))
      events.gathered.append(event)
    } catch {
      refuse(record, as: .event, at: record.bytes.start + error.offset, error.words, &roster)
    }
  }
}
