import Pipeline
import Testing

@Suite struct StagePageTests {
  @Test func `a page says what the card says`() {
    #expect(
      ReadStage.card.page == """
        read: reads words

          Takes the words of its option, in their order, and gives them on as they are,
          so that a pipeline has something to begin with.

          Nothing is read from a file.

          needs  nothing: it begins a pipeline
          gives  a WordList

        options

          words
              list of texts; required; since 0.1.0
              the words

          from
              path; default: letters; since 0.1.0
              where they come from

        example

          - read: { words: [pear, apple] }

        """
    )
  }

  @Test func `a page lists the options of groups below them`() {
    #expect(
      SendStage.card.page == """
        send: sends words to someone

          Puts the words in an envelope.

          needs  a SortedList
          gives  an Envelope

        options

          to
              mapping; required; since 0.1.0
              the one who gets the words

              name
                  text; required; since 0.1.0
                  who gets it

              title
                  one of ms, mr, mx; optional; since 0.1.0
                  how to say it

          copies
              list of mappings; optional; since 0.1.0
              who gets a copy

              name
                  text; required; since 0.1.0
                  who

          pin
              whole number from 0 to 9999; optional; secret; since 0.1.0
              the pin

          kinds
              list, each one of letter, card; default: letter, card; since 0.1.0
              what is sent

          fail
              true or false; default: false; since 0.1.0
              whether the post fails

        example

          - send: { to: { name: Pat } }

        """
    )
  }

  @Test func `the overview has a line a stage`() {
    #expect(
      StageRegistry.toys.overview == """
        read  reads words
        sort  puts words in order
        send  sends words to someone

        """
    )
  }

  @Test func `the report's options have a page, too`() {
    #expect(
      StageRegistry.toys.reportPage == """
        report: what the report is written as, and where

        options

          folder
              path; required; since 0.1.0
              where the report goes

          formats
              list, each one of html, json; default: html; since 0.1.0
              what is written

        """
    )
  }

  @Test func `a stage without options says so`() {
    #expect(BareStage.card.page.contains("\noptions\n\n  none\n\nexample\n"))
  }
}

/// Has no options, and an example of two lines.
struct BareStage: Stage {
  static let card = StageCard(
    name: "bare",
    summary: "does nothing",
    help: "Nothing.",
    input: "",
    output: "nothing",
    options: [],
    example: "- bare: {}"
  )

  init(options: StageOptions) throws(PlanError) {}

  func run(_ input: PipelineStart, context: RunContext) async throws -> StageResult<Int> {
    .done(0, [])
  }
}
