/// The page's one script: sorts and filters what is there already. The page loses nothing without
/// it, so it makes its own buttons and fields; where it does not run, there are none.
///
/// Holds no '<', so that a strict reader of the page takes it for plain text, and writes texts by
/// `textContent` only, so that data stays data.
enum PageScript {
  static let text = #"""

    (function () {
      "use strict";
      function make(tag, className, words) {
        var element = document.createElement(tag);
        if (className) { element.className = className; }
        if (words) { element.textContent = words; }
        return element;
      }
      function grouped(number) {
        return String(number).replace(/\B(?=(\d{3})+$)/g, ",");
      }
      function key(row, column, isNumber) {
        var given = row.cells[column].dataset.key;
        if (given !== undefined) { return Number(given); }
        var words = row.cells[column].textContent.trim();
        if (!isNumber) { return words; }
        var digits = words.replace(/,/g, "");
        return /^-?\d+$/.test(digits) ? Number(digits) : -1;
      }
      function compare(one, other) {
        if (typeof one === "number") { return one - other; }
        return one.localeCompare(other, "en", { numeric: true });
      }
      function sortable(table, body, status) {
        Array.prototype.forEach.call(table.tHead.rows[0].cells, function (head, column) {
          if (head.dataset.fixed !== undefined) { return; }
          var isNumber = head.classList.contains("num");
          var button = make("button", "sort", head.textContent);
          button.type = "button";
          head.textContent = "";
          head.appendChild(button);
          button.addEventListener("click", function () {
            var down = head.getAttribute("aria-sort") === "ascending";
            Array.prototype.forEach.call(table.tHead.rows[0].cells, function (other) {
              other.removeAttribute("aria-sort");
            });
            head.setAttribute("aria-sort", down ? "descending" : "ascending");
            var rows = Array.prototype.map.call(body.rows, function (row, index) {
              return { row: row, key: key(row, column, isNumber), index: index };
            });
            rows.sort(function (one, other) {
              var order = compare(one.key, other.key);
              return (down ? -order : order) || one.index - other.index;
            });
            rows.forEach(function (entry) { body.appendChild(entry.row); });
            status.textContent = "Sorted by " + button.textContent + ", "
              + (down ? "descending" : "ascending") + ".";
          });
        });
      }
      function filterable(body, region, status, caption, id) {
        var label = make("label", "", "Filter these rows");
        var field = make("input");
        field.type = "search";
        field.id = label.htmlFor = id;
        field.setAttribute("aria-describedby", caption.id);
        field.addEventListener("input", function () {
          var wanted = field.value.trim().toLowerCase();
          var shown = 0;
          Array.prototype.forEach.call(body.rows, function (row) {
            row.hidden = row.textContent.toLowerCase().indexOf(wanted) === -1;
            if (!row.hidden) { shown += 1; }
          });
          status.textContent = grouped(shown) + " of " + grouped(body.rows.length) + " rows shown.";
        });
        var tools = make("div", "tools");
        tools.appendChild(label);
        tools.appendChild(field);
        tools.appendChild(status);
        region.parentNode.insertBefore(tools, region);
      }
      Array.prototype.forEach.call(document.querySelectorAll(".scroll"), function (region, index) {
        var table = region.querySelector("table");
        var body = table.tBodies[0];
        if (2 > body.rows.length) { return; }
        var status = make("p", "status");
        status.setAttribute("role", "status");
        sortable(table, body, status);
        if (body.rows.length > 7) {
          filterable(body, region, status, table.caption, "filter-" + index);
        } else {
          status.className = "status quiet";
          region.parentNode.insertBefore(status, region);
        }
      });
      var rules = document.querySelectorAll("article[data-level]");
      if (rules.length > 1) {
        var bar = make("div", "tools");
        var count = make("p", "status");
        count.setAttribute("role", "status");
        var choices = ["level", "fixer"].map(function (name) {
          var label = make("label", "", name === "level" ? "Show rules of" : "that can be put right by");
          var choice = make("select");
          choice.id = label.htmlFor = "choose-" + name;
          var seen = {};
          choice.appendChild(make("option", "", name === "level" ? "all levels" : "everybody"));
          choice.options[0].value = "";
          Array.prototype.forEach.call(rules, function (rule) {
            var value = rule.dataset[name];
            if (seen[value]) { return; }
            seen[value] = true;
            var option = make("option", "", value);
            option.value = value;
            choice.appendChild(option);
          });
          bar.appendChild(label);
          bar.appendChild(choice);
          return { name: name, choice: choice };
        });
        bar.appendChild(count);
        bar.addEventListener("change", function () {
          var shown = 0;
          Array.prototype.forEach.call(rules, function (rule) {
            rule.hidden = choices.some(function (entry) {
              var value = entry.choice.value;
              return value !== "" && rule.dataset[entry.name] !== value;
            });
            if (!rule.hidden) { shown += 1; }
          });
          count.textContent = shown + " of " + rules.length + " rules shown.";
        });
        rules[0].parentNode.insertBefore(bar, rules[0]);
      }
    })();

    """#
}
