# One file for all images of ours: `--build-arg SERVICE=core` makes a service, `--target edge` the door with the page.
ARG NODE=node:26.10.0-trixie-slim
ARG CADDY=caddy:2.11.9-alpine

FROM ${NODE} AS packages
WORKDIR /tali
ENV npm_config_update_notifier=false
COPY package.json pnpm-lock.yaml pnpm-workspace.yaml ./
COPY packages packages

# What one service needs at run time, without optional packages: those are Node itself and the embedded database, for
# machines without containers. `FOLDER` is set where it is not below services/.
FROM packages AS installed
ARG SERVICE
ARG FOLDER=services/${SERVICE}
COPY ${FOLDER} ${FOLDER}
RUN --mount=type=cache,id=tali-pnpm,target=/pnpm,sharing=locked \
    npx --yes pnpm@12.21.0 install --frozen-lockfile --prod --no-optional --store-dir=/pnpm --filter "{./${FOLDER}}..." \
 && ln -s "${FOLDER}" service

FROM ${NODE} AS service
WORKDIR /tali
ENV NODE_ENV=production
COPY migrations migrations
COPY --from=installed /tali .
USER 10001:10001
CMD ["node", "service/src/main.ts"]

FROM packages AS page
COPY tsconfig.base.json ./
COPY apps/dashboard apps/dashboard
RUN --mount=type=cache,id=tali-pnpm,target=/pnpm,sharing=locked \
    npx --yes pnpm@12.21.0 install --frozen-lockfile --store-dir=/pnpm --filter "{./apps/dashboard}..." \
 && cd apps/dashboard && node node_modules/vite/bin/vite.js build --logLevel warn

FROM ${CADDY} AS edge
COPY --from=page /tali/apps/dashboard/dist /srv
COPY caddy/Caddyfile /etc/caddy/Caddyfile
USER 1000:1000

# The default.
FROM service
