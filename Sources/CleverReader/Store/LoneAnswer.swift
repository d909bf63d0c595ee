import PositionedJSON

/// An answer that is no record and has no `id`: the person that signed in by OpenID Connect, or a
/// token.
///
/// Looked for only where nothing tells what a value is.
enum LoneAnswer {
  /// Clever's `/userinfo`, or the claims of an ID token.
  ///
  /// Source: https://dev.clever.com/docs/oidc-implementation: `user_id` is the id before v3,
  /// `multi_role_user_id` and `sub` are that of v3, `user_type` is the role of the login.
  case login(id: String, formerID: String, role: String)
  /// The answer to a code: a token and nothing else.
  case token

  /// The answer that the object in `bytes` is; nil if it is none of these.
  init?(_ bytes: borrowing Span<UInt8>) {
    var texts: [String: String] = [:]
    var cursor = JSONCursor(copy bytes)
    do throws(JSONFault) {
      try cursor.enterObject()
      while let key = try cursor.nextKey() {
        var name: [UInt8] = []
        cursor.decode(key.text, into: &name)
        let known = String(decoding: name, as: UTF8.self)
        if known == "access_token" {
          // Only that there is one is noted, never the token itself.
          texts[known] = ""
          try cursor.skipValue()
        } else if LoneAnswer.claims.contains(known), try cursor.kind() == .string {
          var value: [UInt8] = []
          let text = try cursor.string()
          cursor.decode(text, into: &value)
          if !value.isEmpty { texts[known] = String(decoding: value, as: UTF8.self) }
        } else {
          try cursor.skipValue()
        }
      }
    } catch {
      return nil
    }
    if texts["access_token"] != nil {
      self = .token
      return
    }
    let former = texts["user_id"]
    guard let role = texts["user_type"],
      let id = texts["multi_role_user_id"] ?? texts["sub"] ?? former
    else { return nil }
    self = .login(id: id, formerID: former == id ? "" : former ?? "", role: role)
  }

  private static let claims: Set<String> = ["user_id", "multi_role_user_id", "sub", "user_type"]
}
