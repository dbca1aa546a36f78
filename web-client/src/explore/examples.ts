/** Questions to begin with. tests/browser runs each against a built site. */

export interface Example {
  readonly title: string;
  readonly sql: string;
}

export const EXAMPLES: readonly Example[] = [
  {
    title: "Longest pages",
    sql: `SELECT url, title, word_count, reading_time_s / 60 AS minutes
FROM longest_pages
LIMIT 20`,
  },
  {
    title: "Pages per tag",
    sql: `SELECT name AS tag, count(*) AS pages
FROM pages_by_tag
WHERE kind = 'tag'
GROUP BY name
ORDER BY pages DESC, name`,
  },
  {
    title: "Broken links",
    sql: `SELECT path, line, target, missing
FROM broken_links
ORDER BY path, line`,
  },
  {
    title: "Most linked pages",
    sql: `SELECT url, title, count(*) AS links, count(DISTINCT from_document_id) AS from_pages
FROM backlinks
GROUP BY document_id
ORDER BY links DESC, url
LIMIT 20`,
  },
  {
    title: "Pages that nothing links to",
    sql: `SELECT url, title
FROM orphan_pages
ORDER BY url`,
  },
  {
    title: "Near-empty sections",
    sql: `SELECT url, heading, length(text) AS characters
FROM section_pages
WHERE level > 0 AND length(text) < 40 AND code = ''
ORDER BY characters, url`,
  },
  {
    title: "Headings that are used often",
    sql: `SELECT heading, count(*) AS sections
FROM sections
WHERE heading <> ''
GROUP BY heading
HAVING count(*) > 1
ORDER BY sections DESC, heading`,
  },
  {
    title: "Most frequent words",
    sql: `SELECT word, count
FROM words
WHERE length(word) > 3
ORDER BY count DESC, word
LIMIT 50`,
  },
  {
    title: "Words that are used once",
    sql: `SELECT word
FROM words
WHERE count = 1 AND length(word) > 3 AND word NOT GLOB '*[0-9]*'
ORDER BY word`,
  },
  {
    title: "Hosts that the site links to",
    sql: `SELECT substr(rest, 1, instr(rest || '/', '/') - 1) AS host, count(*) AS links
FROM (
  SELECT substr(target, instr(target, '://') + 3) AS rest
  FROM links
  WHERE state = 'external' AND target LIKE 'http%'
)
GROUP BY host
ORDER BY links DESC, host`,
  },
  {
    title: "Images without a description",
    sql: `SELECT path, url
FROM images_without_caption
ORDER BY path`,
  },
  {
    title: "Pages not touched for a year",
    sql: `SELECT url, title, date(coalesce(updated, published)) AS touched
FROM documents
WHERE touched < date('now', '-1 year')
ORDER BY touched`,
  },
  {
    title: "Text search",
    sql: `SELECT url, heading, substr(text, max(1, instr(lower(text), 'search') - 60), 160) AS around
FROM section_pages
WHERE text LIKE '%search%'
LIMIT 20`,
  },
  {
    title: "How the site was built",
    sql: `SELECT key, value
FROM settings
ORDER BY key`,
  },
];
