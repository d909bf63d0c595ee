import Pipeline
import Testing

@Suite struct StagePageTests {
  @Test func `a page says what the card says`() {
    print(ReadStage.card.page); print(SortStage.card.page); print(SendStage.card.page); print(StageRegistry.toys.overview); print(StageRegistry.toys.reportPage)
  }
}
