// oidc-provider with the device grant, the clients of the known servers and the pages that it brings along for development.
import { Provider } from 'oidc-provider';
import { unbounded } from './unbounded.mjs';

const { PORT, STORE, LIFETIME, JWKS } = process.env;
const HOUR = 3600;

const device = (client_id, authentication) => ({
  client_id,
  client_name: client_id === 'tv-public' ? 'Living room television' : client_id,
  grant_types: ['urn:ietf:params:oauth:grant-type:device_code', 'refresh_token'],
  redirect_uris: [],
  response_types: [],
  ...authentication,
});
const secret = (client_secret) => ({ client_secret, token_endpoint_auth_method: 'client_secret_basic' });
const open = { token_endpoint_auth_method: 'none' };

const stores = {
  memory: () => undefined,
  map: () => unbounded(0),
  slow: () => unbounded(3),
};
if (!(STORE in stores)) throw new Error(`STORE is ${STORE}, but has to be one of ${Object.keys(stores)}`);

const provider = new Provider(`http://127.0.0.1:${PORT}`, {
  adapter: stores[STORE](),
  clients: [
    device('tv-public', open),
    device('tv-other', open),
    device('tv-confidential', secret('a-secret-of-the-set-top-box')),
    device('tv-special', secret('100% a+b & c=d')),
    device('tv-disposable', secret('a-secret-to-be-guessed-at')),
    device('tv-jwt', {
      token_endpoint_auth_method: 'private_key_jwt',
      token_endpoint_auth_signing_alg: 'RS256',
      jwks: JSON.parse(JWKS),
    }),
    {
      client_id: 'tv-nogrant',
      application_type: 'native',
      grant_types: ['authorization_code'],
      redirect_uris: ['http://127.0.0.1/callback'],
      response_types: ['code'],
      ...open,
    },
  ],
  features: { deviceFlow: { enabled: true }, devInteractions: { enabled: true } },
  scopes: ['openid', 'offline_access', 'profile', 'email'],
  claims: { openid: ['sub'], profile: ['name'], email: ['email'] },
  cookies: { keys: ['a key for a server that lives for one test run'] },
  ttl: {
    DeviceCode: Number(LIFETIME),
    AccessToken: HOUR,
    Grant: HOUR,
    IdToken: HOUR,
    Interaction: HOUR,
    RefreshToken: HOUR,
    Session: HOUR,
  },
});
provider.on('server_error', (context, error) => console.error(error));
provider.listen(Number(PORT), '127.0.0.1', () => console.log(`oidc-provider listens on ${PORT}, store ${STORE}`));
