// A store in the shape that oidc-provider asks for: no bound, and expired records stay, as they would in a database that is
// swept now and then. With a delay, every access lets others in between, as an access over a network does.
import { setTimeout as after } from 'node:timers/promises';

const LINGER_MS = 600_000;
const records = new Map();
const keysOfGrant = new Map();
const indexed = ['uid', 'userCode'];

const sweep = () => {
  const now = Date.now();
  for (const [key, record] of records) {
    if (record.gone < now) records.delete(key);
  }
};
setInterval(sweep, LINGER_MS / 10).unref();

export const unbounded = (delay) =>
  class Unbounded {
    constructor(model) {
      this.model = model;
    }

    async upsert(id, payload, expiresIn) {
      await this.travel();
      const gone = expiresIn ? Date.now() + expiresIn * 1000 + LINGER_MS : Infinity;
      const key = this.key('id', id);
      records.set(key, { payload, gone });
      for (const name of indexed) {
        if (payload[name]) records.set(this.key(name, payload[name]), { payload: id, gone });
      }
      if (payload.grantId) {
        keysOfGrant.set(payload.grantId, (keysOfGrant.get(payload.grantId) ?? new Set()).add(key));
      }
    }

    async find(id) {
      await this.travel();
      const payload = records.get(this.key('id', id))?.payload;
      return delay && payload ? structuredClone(payload) : payload;
    }

    async findByUid(uid) {
      return this.find(records.get(this.key('uid', uid))?.payload);
    }

    async findByUserCode(userCode) {
      return this.find(records.get(this.key('userCode', userCode))?.payload);
    }

    async consume(id) {
      await this.travel();
      const payload = records.get(this.key('id', id))?.payload;
      if (payload) payload.consumed = Math.floor(Date.now() / 1000);
    }

    async destroy(id) {
      await this.travel();
      records.delete(this.key('id', id));
    }

    async revokeByGrantId(grantId) {
      await this.travel();
      keysOfGrant.get(grantId)?.forEach((key) => records.delete(key));
      keysOfGrant.delete(grantId);
    }

    key(name, value) {
      return `${this.model}/${name}/${value}`;
    }

    async travel() {
      if (delay) await after(delay);
    }
  };
