/// The words that made-up people, places and lessons are named by.
enum Names {
  /// First names with their form in addresses, in the scripts that school records hold.
  static let first: [(text: String, address: String)] = [
    ("Abigail", "abigail"), ("Adaeze", "adaeze"), ("Agnieszka", "agnieszka"), ("Ainhoa", "ainhoa"),
    ("Amadou", "amadou"), ("Amélie", "amelie"), ("Anaïs", "anais"), ("Antônio", "antonio"),
    ("Astrid", "astrid"), ("Ayşe", "ayse"), ("Bartłomiej", "bartlomiej"), ("Beatriz", "beatriz"),
    ("Blessing", "blessing"), ("Brandon", "brandon"), ("Cécile", "cecile"),
    ("Charlotte", "charlotte"),
    ("Chinonso", "chinonso"), ("Colm", "colm"), ("D'Shawn", "dshawn"), ("Dagný", "dagny"),
    ("Deepika", "deepika"), ("Dmitri", "dmitri"), ("Eduardo", "eduardo"), ("Elif", "elif"),
    ("Élodie", "elodie"), ("Esperanza", "esperanza"), ("Ethel Mae", "ethelmae"),
    ("Farida", "farida"),
    ("Giovanni", "giovanni"), ("Guadalupe", "guadalupe"), ("Haruka", "haruka"), ("Hồng", "hong"),
    ("Ignacio", "ignacio"), ("Ingeborg", "ingeborg"), ("Jacqueline", "jacqueline"),
    ("Jean-Luc", "jeanluc"), ("Jiří", "jiri"), ("Joaquín", "joaquin"), ("Keisha", "keisha"),
    ("Kōji", "koji"), ("Leilani", "leilani"), ("Logan", "logan"), ("Māra", "mara"),
    ("Mary-Kate", "marykate"), ("Nadia", "nadia"), ("Nikolaos", "nikolaos"),
    ("Oluwaseun", "oluwaseun"),
    ("Óscar", "oscar"), ("Penelope", "penelope"), ("Rahul", "rahul"), ("Robert \"Bo\"", "bo"),
    ("Rosalía", "rosalia"), ("Samir", "samir"), ("Siobhán", "siobhan"), ("Tatiana", "tatiana"),
    ("Tevita", "tevita"), ("Tyrone", "tyrone"), ("Vytautas", "vytautas"), ("Wanjiru", "wanjiru"),
    ("Xóchitl", "xochitl"), ("Yolanda", "yolanda"), ("Zachary", "zachary"), ("Željko", "zeljko"),
    ("Светлана", "svetlana"), ("Γιάννης", "giannis"), ("محمد", "mohammed"), ("נועה", "noa"),
    ("佳怡", "jiayi"), ("さくら", "sakura"), ("민준", "minjun"), ("प्रिया", "priya"), ("ግርማ", "girma"),
    ("சரண்", "saran"), ("𠮷野", "yoshino"),
  ]

  /// Last names with their form in addresses.
  static let last: [(text: String, address: String)] = [
    ("Abernathy", "abernathy"), ("Achterberg", "achterberg"), ("Ahn", "ahn"),
    ("Alcántara", "alcantara"),
    ("Almeida", "almeida"), ("Andersson", "andersson"), ("Arroyo-Díaz", "arroyodiaz"),
    ("Balakrishnan", "balakrishnan"), ("Begay", "begay"), ("Bianchi", "bianchi"),
    ("Boateng", "boateng"),
    ("Bouchard", "bouchard"), ("Brânză", "branza"), ("Calderón", "calderon"),
    ("Castañeda", "castaneda"),
    ("Cheung", "cheung"), ("Chukwu", "chukwu"), ("Coleman", "coleman"), ("D'Angelo", "dangelo"),
    ("Đặng", "dang"), ("de los Ríos", "delosrios"), ("Dubois", "dubois"), ("Eriksen", "eriksen"),
    ("Esposito", "esposito"), ("Faleolo", "faleolo"), ("Fitzgerald", "fitzgerald"),
    ("Fontaine", "fontaine"),
    ("Gallagher", "gallagher"), ("Grabowski", "grabowski"), ("Guðmundsdóttir", "gudmundsdottir"),
    ("Gutiérrez", "gutierrez"), ("Hakimi", "hakimi"), ("Hashimoto", "hashimoto"),
    ("Hawthorne", "hawthorne"),
    ("Horváth", "horvath"), ("Igwe", "igwe"), ("Ivanova", "ivanova"), ("Jankowska", "jankowska"),
    ("Johansen", "johansen"), ("Kaplan", "kaplan"), ("Kealoha", "kealoha"),
    ("Kovačević", "kovacevic"),
    ("Lafayette", "lafayette"), ("Lindqvist", "lindqvist"), ("Mbeki", "mbeki"),
    ("McAllister", "mcallister"),
    ("Montgomery", "montgomery"), ("Muñoz", "munoz"), ("Nkrumah", "nkrumah"),
    ("O'Sullivan", "osullivan"),
    ("Oyelaran", "oyelaran"), ("Papadopoulos", "papadopoulos"), ("Petrovic, Jr.", "petrovic"),
    ("Quiñones", "quinones"), ("Rasmussen", "rasmussen"), ("Rosenberg", "rosenberg"),
    ("Şahin", "sahin"),
    ("Sepúlveda", "sepulveda"), ("Sokolov", "sokolov"), ("St. Clair", "stclair"),
    ("Szabó", "szabo"),
    ("Tanaka", "tanaka"), ("Tuilagi", "tuilagi"), ("Underwood", "underwood"),
    ("van der Meer", "vandermeer"),
    ("Vásquez", "vasquez"), ("Villanueva", "villanueva"), ("Whitfield", "whitfield"),
    ("Yazzie", "yazzie"),
    ("Zielińska", "zielinska"), ("Шевченко", "shevchenko"), ("الحداد", "alhaddad"),
    ("欧阳", "ouyang"),
    ("김", "gim"), ("शर्मा", "sharma"),
  ]

  /// Streets, without what kind of street they are.
  static let streets = [
    "Agave", "Birch", "Canyon Rim", "César Chávez", "Dogwood", "Eagle", "Falcon Crest",
    "Gov. Dempsey",
    "Harvest", "Juniper", "Larkspur", "Mesa Verde", "Orchard", "Piñon", "Quail Run", "Sagebrush",
  ]

  /// Cities of the district.
  static let cities = [
    "Pine Valley", "Cañada Vieja", "North Fork", "Río Seco", "Sweetwater", "Three Pines",
  ]

  /// What schools are called after.
  static let schools = [
    "Aspen Hill", "Bluebird", "Cottonwood", "Dolores Huerta", "Eastgate", "Fairview",
    "Granite Peak",
    "Harriet Tubman", "Katherine Johnson", "Lakeside", "Mariposa", "Northstar", "Prairie View",
    "Río Vista", "Sequoyah", "Thurgood Marshall",
  ]

  /// Subjects in Clever's words (enumeration SUBJECT), each with what such lessons are called.
  static let subjects: [(word: String, lesson: String)] = [
    ("english/language arts", "Language Arts"), ("math", "Mathematics"), ("science", "Science"),
    ("social studies", "Social Studies"), ("language", "Español"),
    ("arts and music", "Art & Music"),
    ("PE and health", "Physical Education"), ("homeroom/advisory", "Homeroom"),
    ("technology and engineering", "Robotics"), ("other", "Reading, Writing, \"Maker\" Lab"),
  ]

  /// Grades from Kindergarten to 12 in Clever's words.
  static let grades = ["Kindergarten"] + (1...12).map { String($0) }

  /// Titles of teachers, some of them empty.
  static let titles = ["Teacher", "Lead Teacher", "Specialist", "Teacher (Long-Term Sub)", ""]

  /// Departments of staff.
  static let departments = ["Administration", "Front Office", "Counseling", ""]

  /// What a contact is to a student (enumeration of v2 and later); `Parent` is the most common.
  static let relationships = [
    "Parent", "Parent", "Parent", "Parent", "Parent", "Parent", "Grandparent", "Aunt/Uncle",
    "Other",
    "",
  ]

  /// Clever's words for contacts who are asked to school (enumeration type).
  static let contactTypes = [
    "Parent/Guardian", "Parent/Guardian", "Family", "Primary", "Other", "",
  ]

  /// Kinds of phone (enumeration phone_type).
  static let phoneTypes = ["Cell", "Home", "Work", "Other"]

  /// Enumeration RACE.
  static let races = [
    "Caucasian", "Asian", "Black or African American", "American Indian",
    "Hawaiian or Other Pacific Islander", "Two or More Races", "Unknown", "",
  ]

  /// Languages at home with their codes (v3.1).
  static let languages = [
    ("English", "eng"), ("English", "eng"), ("English", "eng"), ("Spanish", "spa"),
    ("Vietnamese", "vie"), ("Arabic", "ara"), ("Haitian Creole", "hat"),
  ]
}
