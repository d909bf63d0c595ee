import Pipeline

extension RunContext {
  /// Tells whoever watches that `stage` is through with so many things.
  func tell(_ stage: String, did count: Int, _ things: String) {
    progress(.counted(stage: stage, things: things, done: count, total: nil))
  }
}
