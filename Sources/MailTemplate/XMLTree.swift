import CLibXML2

// The only file that touches libxml2 and the pointers it hands out. Everything is copied into
// values before the document is given back.

/// An element of a template, or text in it.
enum XMLNode {
  case element(XMLElement)
  case text(String)
}

/// An element, with what it holds.
struct XMLElement {
  /// The name with its prefix, as written.
  var name: String
  /// How many start tags are before this one's in the document.
  var order: Int
  /// The attributes in the order they are written.
  var attributes: [Attribute]
  var children: [XMLNode]

  struct Attribute {
    var name: String
    var value: String
  }

  /// The value of the attribute `name`, if it is there.
  func value(_ name: String) -> String? { attributes.first { $0.name == name }?.value }
}

/// What the parser first found not to be well-formed.
struct XMLFault: Error {
  /// The parser's words, in one line.
  var words: String
  /// From 1.
  var line: Int
  /// From 1; 0 when it is not known.
  var column: Int
}

extension XMLElement {
  /// The document in `bytes`.
  ///
  /// - Parameter bytes: UTF-8 without a document type.
  /// - Throws: ``XMLFault`` for the first thing that is not well-formed XML.
  init(parsing bytes: [UInt8]) throws(XMLFault) {
    xmlInitParser()
    var first = xml_first_fault()
    let document = unsafe bytes.withUnsafeBytes { buffer in
      unsafe xml_read(
        buffer.bindMemory(to: CChar.self).baseAddress,
        Int32(clamping: buffer.count),
        &first
      )
    }
    guard let document = unsafe document else {
      throw XMLFault(first)
    }
    defer { unsafe xmlFreeDoc(document) }
    guard let root = unsafe xmlDocGetRootElement(document) else {
      throw XMLFault(words: "there is no element", line: 1, column: 1)
    }
    var order = 0
    unsafe self.init(copying: root, order: &order)
  }

  private init(copying node: xmlNodePtr, order: inout Int) {
    name = unsafe String(node.pointee.name, prefix: node.pointee.ns)
    self.order = order
    order += 1
    attributes = []
    children = []
    var attribute = unsafe node.pointee.properties
    while let current = unsafe attribute {
      let value = unsafe xml_value(current)
      defer { unsafe xml_give_back(value) }
      unsafe attributes.append(
        Attribute(
          name: String(current.pointee.name, prefix: current.pointee.ns),
          value: String(value, prefix: nil)
        )
      )
      unsafe attribute = current.pointee.next
    }
    var child = unsafe node.pointee.children
    while let current = unsafe child {
      switch unsafe current.pointee.type {
      case XML_ELEMENT_NODE:
        unsafe children.append(.element(XMLElement(copying: current, order: &order)))
      case XML_TEXT_NODE, XML_CDATA_SECTION_NODE:
        unsafe children.append(.text(String(current.pointee.content, prefix: nil)))
      default: break
      }
      unsafe child = current.pointee.next
    }
  }
}

extension XMLFault {
  fileprivate init(_ first: xml_first_fault) {
    let words = unsafe withUnsafeBytes(of: first.message) { bytes in
      unsafe String(decoding: bytes.prefix { $0 != 0 && $0 != 0x0A }, as: UTF8.self)
    }
    self.init(
      words: words.isEmpty ? "the document ends too early" : words,
      line: max(1, Int(first.line)),
      column: max(0, Int(first.column))
    )
  }
}

extension String {
  /// The text of libxml2's UTF-8, with the prefix of its name space before it if there is one.
  fileprivate init(_ text: UnsafePointer<xmlChar>?, prefix space: UnsafePointer<xmlNs>?) {
    var name = ""
    if let text = unsafe text { name = unsafe String(cString: text) }
    if let prefix = unsafe space?.pointee.prefix {
      name = unsafe String(cString: prefix) + ":" + name
    }
    self = name
  }
}
