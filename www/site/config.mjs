/** VitePress over README, AGENTS.md and docs/, as they are in the repository. */

const guides = {
  "In React, Vue and Svelte": "frameworks",
  "Bundlers and server-side rendering": "bundlers",
  "Policies and Trusted Types": "csp",
  "Keeping the key": "proxy",
  "Ringing once": "ringing-once",
  "Reading transcripts": "reading-transcripts",
  Evidence: "evidence",
  Masking: "masking",
  "Elements and theming": "elements",
  Webhooks: "webhooks",
  Testing: "testing",
  "Many pages at once": "load",
  "In Rust": "rust",
};

export default {
  title: "ninjahire-calls",
  description: "Place, follow and read NinjaHire's AI screening calls from a web app",
  cleanUrls: false,
  // README is what a visitor sees first.
  rewrites: { "README.md": "index.md" },
  // Of files that are in the repository and not on the site.
  ignoreDeadLinks: [/CONTRIBUTING|CHANGELOG|LICENSE|tests\/|examples\/|src\//],
  themeConfig: {
    outline: "deep",
    search: { provider: "local" },
    sidebar: [
      {
        text: "Guides",
        items: [
          { text: "Start", link: "/" },
          ...Object.entries(guides).map(([text, name]) => ({ text, link: `/docs/${name}` })),
          { text: "Rules for generated code", link: "/AGENTS" },
        ],
      },
      {
        text: "Reference",
        items: [
          { text: "Types", link: "/types" },
          { text: "Crate", link: "/crate" },
        ],
      },
    ],
  },
};
