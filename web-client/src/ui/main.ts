import { SearchPage } from "./page.ts";
import { View } from "./view.ts";

const site = document.querySelector<HTMLMetaElement>('meta[name="inkdex-site"]')?.content ?? "";
new SearchPage(new View(), site).start();
