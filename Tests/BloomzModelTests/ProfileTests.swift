import BloomzModel
import Testing

struct ProfileTests {
  @Test
  func `profiles stand in order of names, each once, and are found by name`() {
    let names = BundleProfile.all.map(\.name)
    #expect(names == ["bloomz-v2", "bloomz-v2-short"])
    #expect(names == Set(names).sorted())
    #expect(BundleProfile.named("bloomz-v2-short") == .bloomzV2Short)
    #expect(BundleProfile.named("bloomz-v3") == nil)
  }

  @Test
  func `the long profile has the columns of the guide's first editions`() {
    #expect(
      headers(.bloomzV2) == [
        "schools: id,name",
        "classes: school_id,id,name,type,access,grade,section,term,period,teacher_id,"
          + "teacher_type,is_homeroom,subject,student_count,status",
        "staff: school_id,id,first_name,last_name,email,mobile_phone,preferred_language,role",
        "students: school_id,id,first_name,last_name,grade,email,mobile_phone,preferred_language",
        "contacts: school_id,id,student_id,first_name,last_name,email,mobile_phone,"
          + "preferred_language,relationship",
        "memberships: school_id,class_id,member_id,member_type",
      ]
    )
    #expect(BundleProfile.bloomzV2.gradeSpelling == .long)
  }

  @Test
  func `the short profile differs in its classes and its grades only`() {
    #expect(headers(.bloomzV2Short)[1] == "classes: school_id,id,name,grade,type")
    let long = headers(.bloomzV2)
    let short = headers(.bloomzV2Short)
    #expect(long.indices.filter { long[$0] != short[$0] } == [1])
    #expect(BundleProfile.bloomzV2Short.gradeSpelling == .short)
  }

  @Test(arguments: BundleProfile.all)
  func `what the public guide does not show is assumed, and nothing else`(profile: BundleProfile) {
    let assumed = profile.files.filter {
      ["students", "contacts", "memberships"].contains($0.name)
    }
    #expect(
      profile.assumedColumns == ["staff.role"]
        + assumed.flatMap { file in file.columns.map { "\(file.name).\($0.name)" } }
    )
  }

  @Test(arguments: BundleProfile.all)
  func `every profile, file and column is described and cited`(profile: BundleProfile) {
    #expect(!profile.summary.isEmpty)
    for file in profile.files {
      #expect(!file.summary.isEmpty)
      for column in file.columns {
        #expect(!column.field.summary.isEmpty, "\(file.name).\(column.name)")
        #expect(!column.citation.title.isEmpty, "\(file.name).\(column.name)")
        #expect(column.isAssumed == (column.citation.address == nil), "\(file.name).\(column.name)")
      }
      #expect(Set(file.citations) == Set(file.columns.map(\.citation)))
    }
  }

  @Test(arguments: BundleProfile.all)
  func `names are unique and keys name columns that are there`(profile: BundleProfile) throws {
    #expect(Set(profile.files.map(\.name)).count == profile.files.count)
    for file in profile.files {
      let names = file.columns.map(\.name)
      #expect(Set(names).count == names.count)
      #expect(!file.primaryKey.isEmpty)
      for name in file.primaryKey {
        #expect(file.columns.first { $0.name == name }?.field.need == .required)
      }
      for key in file.foreignKeys {
        #expect(Set(key.columns).isSubset(of: names))
        #expect(key.columns.count == key.references.count)
        let other = try #require(profile.files.first { $0.name == key.file })
        #expect(Set(key.references).isSubset(of: other.columns.map(\.name)))
      }
    }
  }

  @Test(arguments: BundleProfile.all)
  func `a column asks for what its row stands for`(profile: BundleProfile) {
    for file in profile.files {
      for column in file.columns {
        guard case .value(let value) = column.source else { continue }
        #expect(file.table.entities.contains(value.entity), "\(file.name).\(column.name)")
      }
      let members = file.columns.filter { $0.source == .value(.memberKey) }
      #expect(members.count == (file.table == .memberships ? 1 : 0), "\(file.name)")
    }
  }

  @Test(arguments: BundleProfile.all)
  func `only counts are numbers, and fixed values are allowed ones`(profile: BundleProfile) {
    for column in profile.files.flatMap(\.columns) {
      #expect(
        (column.field.type == .integer) == (column.source == .value(.classStudentCount)),
        "\(column.name)"
      )
      guard case .fixed(let text) = column.source, !text.isEmpty else { continue }
      #expect(column.field.values.isEmpty || column.field.values.contains(text), "\(column.name)")
    }
  }

  @Test(arguments: BundleProfile.all)
  func `every grade that is written is among the allowed values`(profile: BundleProfile) throws {
    let columns = profile.files.flatMap(\.columns).filter {
      [.value(.classGrade), .value(.studentGrade)].contains($0.source)
    }
    #expect(columns.count == 2)
    for column in columns {
      for grade in BloomzGrade.allCases {
        let text = grade.text(profile.gradeSpelling)
        if text.isEmpty {
          #expect(column.field.need != .required)
        } else {
          #expect(column.field.values.contains(text), "\(grade)")
        }
      }
    }
  }

  @Test
  func `roles, member and teacher types that are written are among the allowed values`() {
    let columns = BundleProfile.bloomzV2.files.flatMap(\.columns)
    func values(_ value: RowValue) -> [String] {
      columns.first { $0.source == .value(value) }?.field.values ?? []
    }
    #expect(values(.staffRole) == ["teacher", "school_support_staff"])
    #expect(values(.memberType) == ["teacher", "student", "parent"])
    #expect(values(.primaryTeacherType).contains(TeacherType.primary.rawValue))
  }

  private func headers(_ profile: BundleProfile) -> [String] {
    profile.files.map { file in
      "\(file.name): \(file.columns.map(\.name).joined(separator: ","))"
    }
  }
}
