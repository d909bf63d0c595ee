import Pipeline

extension RunContext {
  /// Reports as progress that `stage` has done so many things.
  func tell(_ stage: String, did count: Int, _ things: String) {
    progress(.counted(stage: stage, things: things, done: count, total: nil))
  }
}
