import { describe, expect, test } from "vitest";
import { compareValues, showValue, toCsv, toJson } from "./values.ts";

const BIG = 9007199254740993n;

test("cells show every kind of value, long ones cut between characters", () => {
  expect([null, 0, -1.5, BIG, "", "a\nb"].map(showValue)).toEqual(["NULL", "0", "-1.5", `${BIG}`, "", "a\nb"]);
  expect(showValue(Uint8Array.of(0, 255))).toBe("x'00ff' (2 bytes)");
  expect(showValue(new Uint8Array(40))).toBe(`x'${"00".repeat(16)}…' (40 bytes)`);
  expect(showValue("x".repeat(300))).toBe("x".repeat(300));
  expect(showValue(`${"x".repeat(299)}😀`)).toBe(`${"x".repeat(299)}…`);
});

test("values sort as SQLite sorts them", () => {
  const sorted = [null, -1, 2, BIG, "", "a", "b", Uint8Array.of(1)];
  expect([...sorted].reverse().sort(compareValues)).toEqual(sorted);
});

describe("CSV", () => {
  test("follows RFC 4180 and tells NULL from an empty text", () => {
    const rows = [[null, "", 'say "hi"', "a,b", "two\nlines", 1.5, BIG, Uint8Array.of(1, 171)]];
    expect(toCsv({ columns: ["a", "b,c", "d", "e", "f", "g", "h", "i"], rows })).toBe(
      'a,"b,c",d,e,f,g,h,i\r\n,"","say ""hi""","a,b","two\nlines",1.5,9007199254740993,01ab\r\n',
    );
  });

  test("keeps the spaces around a text", () => {
    expect(toCsv({ columns: ["a"], rows: [[" a"], ["b "]] })).toBe('a\r\n" a"\r\n"b "\r\n');
  });
});

describe("JSON", () => {
  test("has an object a row, and loses no column of the same name", () => {
    const text = toJson({ columns: ["url", "url", "url_2"], rows: [["/a", null, BIG]] });
    expect(JSON.parse(text)).toEqual([{ url: "/a", url_2: null, url_2_2: `${BIG}` }]);
  });

  test("of no rows is an empty list", () => {
    expect(JSON.parse(toJson({ columns: ["a"], rows: [] }))).toEqual([]);
  });
});
