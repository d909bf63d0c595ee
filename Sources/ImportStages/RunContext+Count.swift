import Pipeline

extension RunContext {
  /// Reports the progress of `stage`: so many things are done.
  func tell(_ stage: String, did count: Int, _ things: String) {
    progress(.counted(stage: stage, things: things, done: count, total: nil))
  }
}
