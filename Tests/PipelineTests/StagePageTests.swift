import Pipeline
import Testing

@Suite struct StagePageTests {
  @Test func `a page says what the card says`() {
    #expect(
      ToyRegistry.toys.page(of: "read") == """
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
      ToyRegistry.toys.page(of: "send") == """
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

          pin
              whole number from 0 to 9999; optional; since 0.1.0
              the pin of a large one

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

  @Test func `the options at the top of the file have a page`() {
    #expect(
      ToyRegistry.toys.sharedPage == """
        file: what is written at the top of the file, beside 'version:'

        options

          size
              one of small, large; default: small; since 0.1.0
              how big

        """
    )
  }

  @Test func `the report's options have a page, too`() {
    #expect(
      ToyRegistry.toys.reportPage == """
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
    let page = ToyRegistry([BareStage.self]).page(of: "bare")
    #expect(page?.contains("\noptions\n\n  none\n\nexample\n") == true)
    #expect(ToyRegistry.toys.page(of: "bare") == nil)
  }
}

/// Has no options, and an example of two lines.
struct BareStage: Stage {
  static let card = StageCard(
    name: "bare",
    summary: "does nothing",
    help: "Nothing.",
    options: [],
    example: "- bare: {}"
  )

  init(options: StageOptions) throws(PlanError) {}

  func run(_ input: PipelineStart, context: RunContext) async throws -> StageResult<Nothing> {
    .done(Nothing(), [])
  }
}
