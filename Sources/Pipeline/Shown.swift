/// `text` for a message: at most 60 scalars, the rest as `…`.
func shown(_ text: String) -> String {
  guard text.unicodeScalars.count > 60 else { return text }
  return String(String.UnicodeScalarView(text.unicodeScalars.prefix(60))) + "…"
}
