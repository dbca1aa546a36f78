# What workerd reads a Pyodide bundle as. Ordinals and types are the wire format; names are ours.
@0xb1f3ad6dc8a14e57;

struct Bundle {
  modules @0 :List(Module);

  struct Module {
    name @0 :Text;
    union {
      src @1 :Data;
      wasm @4 :Data;
      data @5 :Data;
      json @6 :Text;
    }
    kind @2 :Kind;
    tsDeclaration @3 :Text;
    compileCache @7 :Data;
  }

  enum Kind {
    bundle @0;
    builtin @1;
    internal @2;
  }
}
