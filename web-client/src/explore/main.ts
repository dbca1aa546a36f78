import { listenToRebuilds } from "../page/rebuilds.ts";
import { ExplorePage } from "./page.ts";
import { ExploreView } from "./view.ts";

const site = document.querySelector<HTMLMetaElement>('meta[name="inkdex-site"]')?.content ?? "";
const page = new ExplorePage(new ExploreView(), site);
page.start();
listenToRebuilds(() => page.refresh());
