extension InvitationLanguage {
  static let spanish = InvitationLanguage(
    tag: "es",
    months: [
      "enero", "febrero", "marzo", "abril", "mayo", "junio", "julio", "agosto", "septiembre",
      "octubre", "noviembre", "diciembre",
    ],
    date: "{day} de {month} de {year}",
    and: " y ",
    greeting: "Hola, {person}:",
    stepsIntroduction: "Tres pasos:",
    openStep: "Abra {link} o la aplicación Bloomz y elija <strong>Join</strong>.",
    codeStep: """
      Elija <strong>Join a class/group</strong>, escriba el código en el campo \
      <strong>invitation / access code</strong> y elija <strong>Next</strong>.
      """,
    codeMadeHere: """
      La escuela creó este código y lo entrega a Bloomz con la lista de sus clases. Funciona en \
      cuanto Bloomz haya recibido esa lista. Si Bloomz no reconoce su código, pregunte en la \
      oficina de la escuela.
      """,
    joinBy: "Por favor, únase a más tardar el {lastDate}.",
    keepSecret: "El código es solo para usted: por favor, no lo comparta.",
    notYours: """
      ¿No es para usted? Entonces no use el código y avísenos: responda a este correo\
      <span data-if="phone"> o llame al {phone}</span>.
      """,
    teacher: ForRole(
      subject: "Su invitación a {school} en Bloomz",
      preview: "Su código personal y tres pasos: sus clases le esperan en Bloomz.",
      heading: "Únase a {school} en Bloomz",
      reason: """
        {inviter} le invita a unirse a su escuela en Bloomz, el lugar donde la escuela y las \
        familias comparten noticias, mensajes y calendarios. Recibe este correo porque figura como \
        docente en los registros de la escuela.
        """,
      listIntroduction: "Al unirse tendrá estas clases:",
      codeIntroduction: "Su código de invitación personal:",
      accountStep: """
        Cree su cuenta con esta dirección de correo, {address}. Con otra dirección Bloomz crearía \
        una segunda cuenta.
        """
    ),
    parent: ForRole(
      subject: "La invitación de su familia a {school} en Bloomz",
      preview: "Su código personal y tres pasos para recibir noticias de la escuela.",
      heading: "Noticias de {school} en Bloomz",
      reason: """
        {inviter} le invita a Bloomz, el lugar donde la escuela y las familias comparten noticias, \
        mensajes y calendarios. Recibe este correo porque figura en los registros de la escuela \
        como madre, padre o contacto de un alumno.
        """,
      listIntroduction: "Su invitación es para las clases de:",
      codeIntroduction: """
        Su código de invitación personal abre las clases de su familia y la comunidad de la escuela:
        """,
      accountStep: """
        Cree su cuenta, de preferencia con esta dirección de correo: {address}. O inicie sesión si \
        ya tiene una.
        """
    )
  )
}
