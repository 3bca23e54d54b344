# Both images, with the top of the checkout as context: docker build --target cms . and docker build --target web .
FROM node:24-bookworm-slim AS packages
WORKDIR /app
RUN npm install --global pnpm@12.21.0
COPY pnpm-lock.yaml pnpm-workspace.yaml package.json tsconfig.base.json ./
COPY shared/package.json shared/
COPY cms/package.json cms/
COPY web/package.json web/
COPY tests/package.json tests/

FROM packages AS cms-build
RUN --mount=type=cache,target=/pnpm-store \
    pnpm install --frozen-lockfile --store-dir /pnpm-store --filter cms... --filter .
COPY shared shared
COPY cms cms
RUN --mount=type=cache,target=/pnpm-store \
    pnpm --filter shared build \
 && cd cms && NODE_ENV=production STRAPI_TELEMETRY_DISABLED=true pnpm run build \
 && node_modules/.bin/tsc -p tsconfig.build.json \
 && cd .. && pnpm --filter cms deploy --prod --legacy --store-dir /pnpm-store /out \
 && mkdir -p /out/dist && cp -r cms/dist/. /out/dist/ && rm -rf /out/.strapi /out/.strapi-updater.json \
 && node cms/scripts/remove-unused-packages.mjs /out

FROM packages AS web-build
RUN --mount=type=cache,target=/pnpm-store \
    pnpm install --frozen-lockfile --store-dir /pnpm-store --filter web... --filter .
COPY shared shared
COPY web web
RUN pnpm --filter shared build && NODE_ENV=production NUXT_TELEMETRY_DISABLED=1 pnpm --filter web build

FROM node:24-bookworm-slim AS web
ENV NODE_ENV=production MALLOC_ARENA_MAX=2
COPY --from=web-build /app/web/.output /app
RUN mkdir /data && chown node:node /data
USER node
VOLUME /data
EXPOSE 3000
CMD ["node", "--max-semi-space-size=8", "/app/server/index.mjs"]

FROM node:24-bookworm-slim AS cms
ENV NODE_ENV=production STRAPI_TELEMETRY_DISABLED=true MALLOC_ARENA_MAX=2
WORKDIR /app
COPY --from=cms-build /out /app
# A rehearsal of a backup opens the site as well.
COPY --from=web-build /app/web/.output /web/.output
# Strapi creates this folder at its start; the rest of /app stays read-only for it.
RUN mkdir -p /app/database/migrations /data && chown node:node /data /app/database/migrations
USER node
# As the user of the container, so that no image is made of a CMS that lacks a file or may not read one.
RUN node scripts/check-start.mjs /app
VOLUME /data
EXPOSE 1337
CMD ["node", "--max-semi-space-size=8", "dist/src/cli/serve.js"]
