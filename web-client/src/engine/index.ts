/** The search engine without a user interface: what a site may import by itself. */
export {};
