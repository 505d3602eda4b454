/** The VitePress site of README, AGENTS.md and docs/. */

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
  // README is the start page.
  rewrites: { "README.md": "index.md" },
  // These files are in the repository, but not on the site.
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
