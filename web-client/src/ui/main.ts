import { SearchPage } from "./page.ts";
import { listenToRebuilds } from "./rebuilds.ts";
import { View } from "./view.ts";

const site = document.querySelector<HTMLMetaElement>('meta[name="inkdex-site"]')?.content ?? "";
const page = new SearchPage(new View(), site);
page.start();
listenToRebuilds(() => page.refresh());
