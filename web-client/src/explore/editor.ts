/** The keys of a text box for statements. */

const INDENT = "  ";

/** What to run, and how many lines of the editor come before it. */
export interface Chosen {
  readonly sql: string;
  readonly linesBefore: number;
}

export class Editor {
  readonly box: HTMLTextAreaElement;
  /** Escape was pressed: the next Tab leaves, as it does everywhere else, so that nobody is caught in here. */
  #leaving = false;

  constructor(box: HTMLTextAreaElement, run: () => void) {
    this.box = box;
    box.addEventListener("keydown", (event) => {
      if (event.isComposing) return;
      if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) {
        event.preventDefault();
        run();
      } else if (event.key === "Tab" && !this.#leaving && !hasModifier(event)) {
        event.preventDefault();
        this.insert(INDENT);
      }
      this.#leaving = event.key === "Escape" || (event.key === "Shift" && this.#leaving);
    });
    box.addEventListener("blur", () => {
      this.#leaving = false;
    });
  }

  /** What is selected, else everything. */
  get chosen(): Chosen {
    const { value, selectionStart, selectionEnd } = this.box;
    const selected = value.slice(selectionStart, selectionEnd);
    if (selected.trim() === "") return { sql: value, linesBefore: 0 };
    return { sql: selected, linesBefore: value.slice(0, selectionStart).split("\n").length - 1 };
  }

  /** Replace everything, in a way that the browser's undo takes back; on a phone without opening its keyboard. */
  replace(text: string): void {
    if (window.matchMedia("(hover: none)").matches) {
      this.box.value = text;
      return;
    }
    this.box.focus();
    this.box.select();
    this.insert(text);
  }

  /** Put text in place of the selection, in a way that the browser's undo takes back. */
  insert(text: string): void {
    this.box.focus();
    // The only way to keep the undo history. It is deprecated, so there is another.
    if (document.execCommand("insertText", false, text)) return;
    const { selectionStart, selectionEnd } = this.box;
    this.box.setRangeText(text, selectionStart, selectionEnd, "end");
  }

  /** Put the cursor before line `line`, counted from 1, unless something is selected: that would be run next. */
  goToLine(line: number): void {
    const { value, selectionStart, selectionEnd } = this.box;
    if (selectionStart !== selectionEnd) return;
    const start = value
      .split("\n")
      .slice(0, line - 1)
      .reduce((sum, text) => sum + text.length + 1, 0);
    this.box.setSelectionRange(start, start);
  }
}

const hasModifier = (event: KeyboardEvent): boolean => event.ctrlKey || event.metaKey || event.altKey || event.shiftKey;
