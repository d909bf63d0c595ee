extension InvitationLanguage {
  static let english = InvitationLanguage(
    tag: "en",
    months: [
      "January", "February", "March", "April", "May", "June", "July", "August", "September",
      "October", "November", "December",
    ],
    date: "{month} {day}, {year}",
    and: " and ",
    greeting: "Hello {person},",
    stepsIntroduction: "Three steps:",
    openStep: "Open {link}, or the Bloomz app, and choose <strong>Join</strong>.",
    codeStep: """
      Choose <strong>Join a class/group</strong>, enter the code in the box \
      <strong>invitation / access code</strong>, and choose <strong>Next</strong>.
      """,
    codeMadeHere: """
      The school made this code and hands it to Bloomz with the list of its classes. It works once \
      Bloomz has taken that list in. If Bloomz does not know your code, ask the school's office.
      """,
    joinBy: "Please join by {lastDate}.",
    keepSecret: "The code is for you alone: please do not pass it on.",
    notYours: """
      Not for you? Then please do not use the code, and let us know: answer this mail\
      <span data-if="phone"> or call {phone}</span>.
      """,
    teacher: ForRole(
      subject: "Your invitation to join {school} on Bloomz",
      preview: "Your personal code and three steps: your classes are waiting for you.",
      heading: "Join {school} on Bloomz",
      reason: """
        {inviter} invites you to join your school on Bloomz, the place where the school and its \
        families share news, messages and calendars. You get this mail because the school's \
        records list you as a teacher.
        """,
      listIntroduction: "These classes come to you when you join:",
      codeIntroduction: "Your personal invitation code:",
      accountStep: """
        Create your account with this e-mail address, {address}. With another address Bloomz \
        would make a second account.
        """
    ),
    parent: ForRole(
      subject: "Your family's invitation to {school} on Bloomz",
      preview: "Your personal code and three steps to hear from the school.",
      heading: "Hear from {school} on Bloomz",
      reason: """
        {inviter} invites you to Bloomz, the place where the school and its families share news, \
        messages and calendars. You get this mail because the school's records list you as a \
        parent or contact of a child at the school.
        """,
      listIntroduction: "Your invitation is for the classes of:",
      codeIntroduction: """
        Your personal invitation code opens your family's classes and the school's community:
        """,
      accountStep: """
        Create your account, best with this e-mail address: {address}. Or sign in if you have one.
        """
    )
  )
}
