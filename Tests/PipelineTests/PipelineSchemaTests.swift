import Pipeline
import Testing

@Suite struct PipelineSchemaTests {
  @Test func `golden`() { print(PipelineSchema.json(registry: .toys)) }
}
