// Made by `npm run generate` from openapi/. Do not edit.
class a {
  listed = [];
  count = 0;
  constructor(i) {
    this.push(i);
  }
  push(i) {
    this.count++ < 100 && this.listed.push(i);
  }
  add({ listed: i, count: g }) {
    for (const h of i) this.listed.length < 100 && this.listed.push(h);
    return this.count += g, this;
  }
  get length() {
    return this.count;
  }
  // Ajv drops the errors of the other schemas of a union so.
  set length(i) {
    this.count = i, this.listed.length = Math.min(this.listed.length, i);
  }
}
const be = D;
function D(s, { instancePath: i = "", parentData: g, parentDataProperty: h, rootData: f = s, dynamicAnchors: d = {} } = {}) {
  let e = null, t = 0;
  const l = D.evaluated;
  if (l.dynamicProps && (l.props = void 0), l.dynamicItems && (l.items = void 0), s && typeof s == "object" && !Array.isArray(s)) {
    if (s.name !== void 0 && typeof s.name != "string") {
      const r = { instancePath: i + "/name", keyword: "type", params: { type: "string" }, message: "must be string" };
      e === null ? e = new a(r) : e.push(r), t++;
    }
    if (s.public_key !== void 0 && typeof s.public_key != "string") {
      const r = { instancePath: i + "/public_key", keyword: "type", params: { type: "string" }, message: "must be string" };
      e === null ? e = new a(r) : e.push(r), t++;
    }
  } else {
    const r = { instancePath: i, keyword: "type", params: { type: "object" }, message: "must be object" };
    e === null ? e = new a(r) : e.push(r), t++;
  }
  return D.errors = e, t === 0;
}
D.evaluated = { props: { name: !0, public_key: !0 }, dynamicProps: !1, dynamicItems: !1 };
const o = U;
function U(s, { instancePath: i = "", parentData: g, parentDataProperty: h, rootData: f = s, dynamicAnchors: d = {} } = {}) {
  let e = null, t = 0;
  const l = U.evaluated;
  if (l.dynamicProps && (l.props = void 0), l.dynamicItems && (l.items = void 0), s && typeof s == "object" && !Array.isArray(s)) {
    if (s.code === void 0) {
      const r = { instancePath: i, keyword: "required", params: { missingProperty: "code" }, message: "must have required property 'code'" };
      e === null ? e = new a(r) : e.push(r), t++;
    }
    if (s.message === void 0) {
      const r = { instancePath: i, keyword: "required", params: { missingProperty: "message" }, message: "must have required property 'message'" };
      e === null ? e = new a(r) : e.push(r), t++;
    }
    if (s.code !== void 0) {
      let r = s.code;
      if (!(typeof r == "number" && !(r % 1) && !isNaN(r))) {
        const n = { instancePath: i + "/code", keyword: "type", params: { type: "integer" }, message: "must be integer" };
        e === null ? e = new a(n) : e.push(n), t++;
      }
    }
    if (s.message !== void 0 && typeof s.message != "string") {
      const r = { instancePath: i + "/message", keyword: "type", params: { type: "string" }, message: "must be string" };
      e === null ? e = new a(r) : e.push(r), t++;
    }
    if (s.type !== void 0 && typeof s.type != "string") {
      const r = { instancePath: i + "/type", keyword: "type", params: { type: "string" }, message: "must be string" };
      e === null ? e = new a(r) : e.push(r), t++;
    }
    if (s.traceId !== void 0 && typeof s.traceId != "string") {
      const r = { instancePath: i + "/traceId", keyword: "type", params: { type: "string" }, message: "must be string" };
      e === null ? e = new a(r) : e.push(r), t++;
    }
  } else {
    const r = { instancePath: i, keyword: "type", params: { type: "object" }, message: "must be object" };
    e === null ? e = new a(r) : e.push(r), t++;
  }
  return U.errors = e, t === 0;
}
U.evaluated = { props: { code: !0, message: !0, type: !0, traceId: !0 }, dynamicProps: !1, dynamicItems: !1 };
const Ne = z;
function z(s, { instancePath: i = "", parentData: g, parentDataProperty: h, rootData: f = s, dynamicAnchors: d = {} } = {}) {
  let e = null, t = 0;
  const l = z.evaluated;
  if (l.dynamicProps && (l.props = void 0), l.dynamicItems && (l.items = void 0), s && typeof s == "object" && !Array.isArray(s)) {
    if (s.name !== void 0 && typeof s.name != "string") {
      const r = { instancePath: i + "/name", keyword: "type", params: { type: "string" }, message: "must be string" };
      e === null ? e = new a(r) : e.push(r), t++;
    }
  } else {
    const r = { instancePath: i, keyword: "type", params: { type: "object" }, message: "must be object" };
    e === null ? e = new a(r) : e.push(r), t++;
  }
  return z.errors = e, t === 0;
}
z.evaluated = { props: { name: !0 }, dynamicProps: !1, dynamicItems: !1 };
const _e = R;
function R(s, { instancePath: i = "", parentData: g, parentDataProperty: h, rootData: f = s, dynamicAnchors: d = {} } = {}) {
  let e = null, t = 0;
  const l = R.evaluated;
  if (l.dynamicProps && (l.props = void 0), l.dynamicItems && (l.items = void 0), !(s && typeof s == "object" && !Array.isArray(s))) {
    const r = { instancePath: i, keyword: "type", params: { type: "object" }, message: "must be object" };
    e === null ? e = new a(r) : e.push(r), t++;
  }
  return R.errors = e, t === 0;
}
R.evaluated = { props: !0, dynamicProps: !1, dynamicItems: !1 };
const De = q, qe = { type: "object", required: ["name"], additionalProperties: !0, properties: { name: { type: "string", minLength: 1 }, discoverable: { type: "boolean" }, allowJoin: { type: "boolean" }, distinct: { type: "boolean" }, defaultMembershipRole: { type: "string" }, roleOverrides: { type: ["object", "array"], additionalProperties: !0, items: {} } }, $id: "ChannelTypeCreate" }, b = function(i) {
  const g = i.length;
  let h = 0, f = 0, d;
  for (; f < g; )
    h++, d = i.charCodeAt(f++), d >= 55296 && d <= 56319 && f < g && (d = i.charCodeAt(f), (d & 64512) === 56320 && f++);
  return h;
};
function q(s, { instancePath: i = "", parentData: g, parentDataProperty: h, rootData: f = s, dynamicAnchors: d = {} } = {}) {
  let e = null, t = 0;
  const l = q.evaluated;
  if (l.dynamicProps && (l.props = void 0), l.dynamicItems && (l.items = void 0), s && typeof s == "object" && !Array.isArray(s)) {
    if (s.name === void 0) {
      const r = { instancePath: i, keyword: "required", params: { missingProperty: "name" }, message: "must have required property 'name'" };
      e === null ? e = new a(r) : e.push(r), t++;
    }
    if (s.name !== void 0) {
      let r = s.name;
      if (typeof r == "string") {
        if (b(r) < 1) {
          const n = { instancePath: i + "/name", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
          e === null ? e = new a(n) : e.push(n), t++;
        }
      } else {
        const n = { instancePath: i + "/name", keyword: "type", params: { type: "string" }, message: "must be string" };
        e === null ? e = new a(n) : e.push(n), t++;
      }
    }
    if (s.discoverable !== void 0 && typeof s.discoverable != "boolean") {
      const r = { instancePath: i + "/discoverable", keyword: "type", params: { type: "boolean" }, message: "must be boolean" };
      e === null ? e = new a(r) : e.push(r), t++;
    }
    if (s.allowJoin !== void 0 && typeof s.allowJoin != "boolean") {
      const r = { instancePath: i + "/allowJoin", keyword: "type", params: { type: "boolean" }, message: "must be boolean" };
      e === null ? e = new a(r) : e.push(r), t++;
    }
    if (s.distinct !== void 0 && typeof s.distinct != "boolean") {
      const r = { instancePath: i + "/distinct", keyword: "type", params: { type: "boolean" }, message: "must be boolean" };
      e === null ? e = new a(r) : e.push(r), t++;
    }
    if (s.defaultMembershipRole !== void 0 && typeof s.defaultMembershipRole != "string") {
      const r = { instancePath: i + "/defaultMembershipRole", keyword: "type", params: { type: "string" }, message: "must be string" };
      e === null ? e = new a(r) : e.push(r), t++;
    }
    if (s.roleOverrides !== void 0) {
      let r = s.roleOverrides;
      if (!r || typeof r != "object") {
        const n = { instancePath: i + "/roleOverrides", keyword: "type", params: { type: qe.properties.roleOverrides.type }, message: "must be object,array" };
        e === null ? e = new a(n) : e.push(n), t++;
      }
    }
  } else {
    const r = { instancePath: i, keyword: "type", params: { type: "object" }, message: "must be object" };
    e === null ? e = new a(r) : e.push(r), t++;
  }
  return q.errors = e, t === 0;
}
q.evaluated = { props: !0, dynamicProps: !1, dynamicItems: !1 };
const Ie = Z;
function Z(s, { instancePath: i = "", parentData: g, parentDataProperty: h, rootData: f = s, dynamicAnchors: d = {} } = {}) {
  let e = null, t = 0;
  const l = Z.evaluated;
  if (l.dynamicProps && (l.props = void 0), l.dynamicItems && (l.items = void 0), s && typeof s == "object" && !Array.isArray(s)) {
    if (s.name !== void 0 && typeof s.name != "string") {
      const r = { instancePath: i + "/name", keyword: "type", params: { type: "string" }, message: "must be string" };
      e === null ? e = new a(r) : e.push(r), t++;
    }
  } else {
    const r = { instancePath: i, keyword: "type", params: { type: "object" }, message: "must be object" };
    e === null ? e = new a(r) : e.push(r), t++;
  }
  return Z.errors = e, t === 0;
}
Z.evaluated = { props: !0, dynamicProps: !1, dynamicItems: !1 };
const M = { type: "object", required: ["next"], properties: { current: { type: ["string", "null"] }, previews: { type: ["string", "null"] }, next: { type: ["string", "null"] }, first: { type: ["string", "null"] }, last: { type: ["string", "null"] } }, $id: "Links" };
function j(s, { instancePath: i = "", parentData: g, parentDataProperty: h, rootData: f = s, dynamicAnchors: d = {} } = {}) {
  let e = null, t = 0;
  const l = j.evaluated;
  if (l.dynamicProps && (l.props = void 0), l.dynamicItems && (l.items = void 0), s && typeof s == "object" && !Array.isArray(s)) {
    if (s.next === void 0) {
      const r = { instancePath: i, keyword: "required", params: { missingProperty: "next" }, message: "must have required property 'next'" };
      e === null ? e = new a(r) : e.push(r), t++;
    }
    if (s.current !== void 0) {
      let r = s.current;
      if (typeof r != "string" && r !== null) {
        const n = { instancePath: i + "/current", keyword: "type", params: { type: M.properties.current.type }, message: "must be string,null" };
        e === null ? e = new a(n) : e.push(n), t++;
      }
    }
    if (s.previews !== void 0) {
      let r = s.previews;
      if (typeof r != "string" && r !== null) {
        const n = { instancePath: i + "/previews", keyword: "type", params: { type: M.properties.previews.type }, message: "must be string,null" };
        e === null ? e = new a(n) : e.push(n), t++;
      }
    }
    if (s.next !== void 0) {
      let r = s.next;
      if (typeof r != "string" && r !== null) {
        const n = { instancePath: i + "/next", keyword: "type", params: { type: M.properties.next.type }, message: "must be string,null" };
        e === null ? e = new a(n) : e.push(n), t++;
      }
    }
    if (s.first !== void 0) {
      let r = s.first;
      if (typeof r != "string" && r !== null) {
        const n = { instancePath: i + "/first", keyword: "type", params: { type: M.properties.first.type }, message: "must be string,null" };
        e === null ? e = new a(n) : e.push(n), t++;
      }
    }
    if (s.last !== void 0) {
      let r = s.last;
      if (typeof r != "string" && r !== null) {
        const n = { instancePath: i + "/last", keyword: "type", params: { type: M.properties.last.type }, message: "must be string,null" };
        e === null ? e = new a(n) : e.push(n), t++;
      }
    }
  } else {
    const r = { instancePath: i, keyword: "type", params: { type: "object" }, message: "must be object" };
    e === null ? e = new a(r) : e.push(r), t++;
  }
  return j.errors = e, t === 0;
}
j.evaluated = { props: { current: !0, previews: !0, next: !0, first: !0, last: !0 }, dynamicProps: !1, dynamicItems: !1 };
const ce = P;
function P(s, { instancePath: i = "", parentData: g, parentDataProperty: h, rootData: f = s, dynamicAnchors: d = {} } = {}) {
  let e = null, t = 0;
  const l = P.evaluated;
  if (l.dynamicProps && (l.props = void 0), l.dynamicItems && (l.items = void 0), s && typeof s == "object" && !Array.isArray(s)) {
    if (s.username === void 0) {
      const r = { instancePath: i, keyword: "required", params: { missingProperty: "username" }, message: "must have required property 'username'" };
      e === null ? e = new a(r) : e.push(r), t++;
    }
    if (s.username !== void 0) {
      let r = s.username;
      if (typeof r == "string") {
        if (b(r) < 1) {
          const n = { instancePath: i + "/username", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
          e === null ? e = new a(n) : e.push(n), t++;
        }
      } else {
        const n = { instancePath: i + "/username", keyword: "type", params: { type: "string" }, message: "must be string" };
        e === null ? e = new a(n) : e.push(n), t++;
      }
    }
    if (s.first_name !== void 0 && typeof s.first_name != "string") {
      const r = { instancePath: i + "/first_name", keyword: "type", params: { type: "string" }, message: "must be string" };
      e === null ? e = new a(r) : e.push(r), t++;
    }
    if (s.last_name !== void 0 && typeof s.last_name != "string") {
      const r = { instancePath: i + "/last_name", keyword: "type", params: { type: "string" }, message: "must be string" };
      e === null ? e = new a(r) : e.push(r), t++;
    }
    if (s.avatar !== void 0 && typeof s.avatar != "string") {
      const r = { instancePath: i + "/avatar", keyword: "type", params: { type: "string" }, message: "must be string" };
      e === null ? e = new a(r) : e.push(r), t++;
    }
    if (s.created_at !== void 0 && typeof s.created_at != "string") {
      const r = { instancePath: i + "/created_at", keyword: "type", params: { type: "string" }, message: "must be string" };
      e === null ? e = new a(r) : e.push(r), t++;
    }
    if (s.updated_at !== void 0 && typeof s.updated_at != "string") {
      const r = { instancePath: i + "/updated_at", keyword: "type", params: { type: "string" }, message: "must be string" };
      e === null ? e = new a(r) : e.push(r), t++;
    }
    if (s.last_login_at !== void 0 && typeof s.last_login_at != "string") {
      const r = { instancePath: i + "/last_login_at", keyword: "type", params: { type: "string" }, message: "must be string" };
      e === null ? e = new a(r) : e.push(r), t++;
    }
    if (s.presence_status !== void 0) {
      let r = s.presence_status;
      if (!(typeof r == "number" && !(r % 1) && !isNaN(r))) {
        const n = { instancePath: i + "/presence_status", keyword: "type", params: { type: "integer" }, message: "must be integer" };
        e === null ? e = new a(n) : e.push(n), t++;
      }
    }
  } else {
    const r = { instancePath: i, keyword: "type", params: { type: "object" }, message: "must be object" };
    e === null ? e = new a(r) : e.push(r), t++;
  }
  return P.errors = e, t === 0;
}
P.evaluated = { props: { username: !0, first_name: !0, last_name: !0, avatar: !0, created_at: !0, updated_at: !0, last_login_at: !0, presence_status: !0 }, dynamicProps: !1, dynamicItems: !1 };
function $(s, { instancePath: i = "", parentData: g, parentDataProperty: h, rootData: f = s, dynamicAnchors: d = {} } = {}) {
  let e = null, t = 0;
  const l = $.evaluated;
  if (l.dynamicProps && (l.props = void 0), l.dynamicItems && (l.items = void 0), s && typeof s == "object" && !Array.isArray(s)) {
    if (s.id === void 0) {
      const r = { instancePath: i, keyword: "required", params: { missingProperty: "id" }, message: "must have required property 'id'" };
      e === null ? e = new a(r) : e.push(r), t++;
    }
    if (s.from === void 0) {
      const r = { instancePath: i, keyword: "required", params: { missingProperty: "from" }, message: "must have required property 'from'" };
      e === null ? e = new a(r) : e.push(r), t++;
    }
    if (s.body === void 0) {
      const r = { instancePath: i, keyword: "required", params: { missingProperty: "body" }, message: "must have required property 'body'" };
      e === null ? e = new a(r) : e.push(r), t++;
    }
    if (s.id !== void 0) {
      let r = s.id;
      if (typeof r == "string") {
        if (b(r) < 1) {
          const n = { instancePath: i + "/id", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
          e === null ? e = new a(n) : e.push(n), t++;
        }
      } else {
        const n = { instancePath: i + "/id", keyword: "type", params: { type: "string" }, message: "must be string" };
        e === null ? e = new a(n) : e.push(n), t++;
      }
    }
    if (s.from !== void 0) {
      let r = s.from;
      if (typeof r == "string") {
        if (b(r) < 1) {
          const n = { instancePath: i + "/from", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
          e === null ? e = new a(n) : e.push(n), t++;
        }
      } else {
        const n = { instancePath: i + "/from", keyword: "type", params: { type: "string" }, message: "must be string" };
        e === null ? e = new a(n) : e.push(n), t++;
      }
    }
    if (s.body !== void 0 && typeof s.body != "string") {
      const r = { instancePath: i + "/body", keyword: "type", params: { type: "string" }, message: "must be string" };
      e === null ? e = new a(r) : e.push(r), t++;
    }
  } else {
    const r = { instancePath: i, keyword: "type", params: { type: "object" }, message: "must be object" };
    e === null ? e = new a(r) : e.push(r), t++;
  }
  return $.errors = e, t === 0;
}
$.evaluated = { props: { id: !0, from: !0, body: !0 }, dynamicProps: !1, dynamicItems: !1 };
const C = I, Te = { type: "object", required: ["id"], properties: { id: { type: "string", minLength: 1 }, uri: { type: "string" }, subject: { type: "string" }, label: { type: "string" }, metadata: { type: "string" }, avatar: { type: "string" }, created_at: { type: "string" }, type: { type: ["integer", "string"], "x-enum-varnames": { none: 0, private: 1, public: 2, direct: 3 } }, members_count: { type: "integer" }, owner: { $ref: "User" }, last_message: { oneOf: [{ $ref: "LastMessage" }, { type: "null" }] } }, $id: "Channel" };
function I(s, { instancePath: i = "", parentData: g, parentDataProperty: h, rootData: f = s, dynamicAnchors: d = {} } = {}) {
  let e = null, t = 0;
  const l = I.evaluated;
  if (l.dynamicProps && (l.props = void 0), l.dynamicItems && (l.items = void 0), s && typeof s == "object" && !Array.isArray(s)) {
    if (s.id === void 0) {
      const p = { instancePath: i, keyword: "required", params: { missingProperty: "id" }, message: "must have required property 'id'" };
      e === null ? e = new a(p) : e.push(p), t++;
    }
    if (s.id !== void 0) {
      let p = s.id;
      if (typeof p == "string") {
        if (b(p) < 1) {
          const u = { instancePath: i + "/id", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
          e === null ? e = new a(u) : e.push(u), t++;
        }
      } else {
        const u = { instancePath: i + "/id", keyword: "type", params: { type: "string" }, message: "must be string" };
        e === null ? e = new a(u) : e.push(u), t++;
      }
    }
    if (s.uri !== void 0 && typeof s.uri != "string") {
      const p = { instancePath: i + "/uri", keyword: "type", params: { type: "string" }, message: "must be string" };
      e === null ? e = new a(p) : e.push(p), t++;
    }
    if (s.subject !== void 0 && typeof s.subject != "string") {
      const p = { instancePath: i + "/subject", keyword: "type", params: { type: "string" }, message: "must be string" };
      e === null ? e = new a(p) : e.push(p), t++;
    }
    if (s.label !== void 0 && typeof s.label != "string") {
      const p = { instancePath: i + "/label", keyword: "type", params: { type: "string" }, message: "must be string" };
      e === null ? e = new a(p) : e.push(p), t++;
    }
    if (s.metadata !== void 0 && typeof s.metadata != "string") {
      const p = { instancePath: i + "/metadata", keyword: "type", params: { type: "string" }, message: "must be string" };
      e === null ? e = new a(p) : e.push(p), t++;
    }
    if (s.avatar !== void 0 && typeof s.avatar != "string") {
      const p = { instancePath: i + "/avatar", keyword: "type", params: { type: "string" }, message: "must be string" };
      e === null ? e = new a(p) : e.push(p), t++;
    }
    if (s.created_at !== void 0 && typeof s.created_at != "string") {
      const p = { instancePath: i + "/created_at", keyword: "type", params: { type: "string" }, message: "must be string" };
      e === null ? e = new a(p) : e.push(p), t++;
    }
    if (s.type !== void 0) {
      let p = s.type;
      if (!(typeof p == "number" && !(p % 1) && !isNaN(p)) && typeof p != "string") {
        const u = { instancePath: i + "/type", keyword: "type", params: { type: Te.properties.type.type }, message: "must be integer,string" };
        e === null ? e = new a(u) : e.push(u), t++;
      }
    }
    if (s.members_count !== void 0) {
      let p = s.members_count;
      if (!(typeof p == "number" && !(p % 1) && !isNaN(p))) {
        const u = { instancePath: i + "/members_count", keyword: "type", params: { type: "integer" }, message: "must be integer" };
        e === null ? e = new a(u) : e.push(u), t++;
      }
    }
    if (s.owner !== void 0 && (P(s.owner, { instancePath: i + "/owner", parentData: s, parentDataProperty: "owner", rootData: f, dynamicAnchors: d }) || (e = e === null ? P.errors : e.add(P.errors), t = e.length)), s.last_message !== void 0) {
      let p = s.last_message;
      const u = t;
      let m = !1, y = null;
      const w = t;
      $(p, { instancePath: i + "/last_message", parentData: s, parentDataProperty: "last_message", rootData: f, dynamicAnchors: d }) || (e = e === null ? $.errors : e.add($.errors), t = e.length);
      var n = w === t;
      if (n) {
        m = !0, y = 0;
        var r = {};
        r.id = !0, r.from = !0, r.body = !0;
      }
      const k = t;
      if (p !== null) {
        const c = { instancePath: i + "/last_message", keyword: "type", params: { type: "null" }, message: "must be null" };
        e === null ? e = new a(c) : e.push(c), t++;
      }
      var n = k === t;
      if (n && m ? (m = !1, y = [y, 1]) : n && (m = !0, y = 1), m)
        t = u, e !== null && (u ? e.length = u : e = null);
      else {
        const c = { instancePath: i + "/last_message", keyword: "oneOf", params: { passingSchemas: y }, message: "must match exactly one schema in oneOf" };
        e === null ? e = new a(c) : e.push(c), t++;
      }
    }
  } else {
    const p = { instancePath: i, keyword: "type", params: { type: "object" }, message: "must be object" };
    e === null ? e = new a(p) : e.push(p), t++;
  }
  return I.errors = e, t === 0;
}
I.evaluated = { props: { id: !0, uri: !0, subject: !0, label: !0, metadata: !0, avatar: !0, created_at: !0, type: !0, members_count: !0, owner: !0, last_message: !0 }, dynamicProps: !1, dynamicItems: !1 };
const Le = S;
function S(s, { instancePath: i = "", parentData: g, parentDataProperty: h, rootData: f = s, dynamicAnchors: d = {} } = {}) {
  let e = null, t = 0;
  const l = S.evaluated;
  if (l.dynamicProps && (l.props = void 0), l.dynamicItems && (l.items = void 0), s && typeof s == "object" && !Array.isArray(s)) {
    if (s.count === void 0) {
      const r = { instancePath: i, keyword: "required", params: { missingProperty: "count" }, message: "must have required property 'count'" };
      e === null ? e = new a(r) : e.push(r), t++;
    }
    if (s.total_count === void 0) {
      const r = { instancePath: i, keyword: "required", params: { missingProperty: "total_count" }, message: "must have required property 'total_count'" };
      e === null ? e = new a(r) : e.push(r), t++;
    }
    if (s.links === void 0) {
      const r = { instancePath: i, keyword: "required", params: { missingProperty: "links" }, message: "must have required property 'links'" };
      e === null ? e = new a(r) : e.push(r), t++;
    }
    if (s.items === void 0) {
      const r = { instancePath: i, keyword: "required", params: { missingProperty: "items" }, message: "must have required property 'items'" };
      e === null ? e = new a(r) : e.push(r), t++;
    }
    if (s.count !== void 0) {
      let r = s.count;
      if (!(typeof r == "number" && !(r % 1) && !isNaN(r))) {
        const n = { instancePath: i + "/count", keyword: "type", params: { type: "integer" }, message: "must be integer" };
        e === null ? e = new a(n) : e.push(n), t++;
      }
    }
    if (s.total_count !== void 0) {
      let r = s.total_count;
      if (!(typeof r == "number" && !(r % 1) && !isNaN(r))) {
        const n = { instancePath: i + "/total_count", keyword: "type", params: { type: "integer" }, message: "must be integer" };
        e === null ? e = new a(n) : e.push(n), t++;
      }
    }
    if (s.links !== void 0 && (j(s.links, { instancePath: i + "/links", parentData: s, parentDataProperty: "links", rootData: f, dynamicAnchors: d }) || (e = e === null ? j.errors : e.add(j.errors), t = e.length)), s.items !== void 0) {
      let r = s.items;
      if (Array.isArray(r)) {
        const n = r.length;
        for (let p = 0; p < n; p++)
          I(r[p], { instancePath: i + "/items/" + p, parentData: r, parentDataProperty: p, rootData: f, dynamicAnchors: d }) || (e = e === null ? I.errors : e.add(I.errors), t = e.length);
      } else {
        const n = { instancePath: i + "/items", keyword: "type", params: { type: "array" }, message: "must be array" };
        e === null ? e = new a(n) : e.push(n), t++;
      }
    }
  } else {
    const r = { instancePath: i, keyword: "type", params: { type: "object" }, message: "must be object" };
    e === null ? e = new a(r) : e.push(r), t++;
  }
  return S.errors = e, t === 0;
}
S.evaluated = { props: { count: !0, total_count: !0, links: !0, items: !0 }, dynamicProps: !1, dynamicItems: !1 };
const $e = Q, xe = { type: "object", properties: { subject: { type: "string" }, uri: { type: "string", minLength: 1, maxLength: 128, pattern: "^[A-Za-z0-9_-]+$" }, label: { type: "string" }, metadata: { type: "string" }, avatar: { type: "string" }, owner: { type: "string", minLength: 1 }, type: { type: ["integer", "string"], minLength: 1 }, options: { writeOnly: !0, type: "object", additionalProperties: !0 } }, $id: "ChannelUpdate" }, we = new RegExp("^[A-Za-z0-9_-]+$", "u");
function Q(s, { instancePath: i = "", parentData: g, parentDataProperty: h, rootData: f = s, dynamicAnchors: d = {} } = {}) {
  let e = null, t = 0;
  const l = Q.evaluated;
  if (l.dynamicProps && (l.props = void 0), l.dynamicItems && (l.items = void 0), s && typeof s == "object" && !Array.isArray(s)) {
    if (s.subject !== void 0 && typeof s.subject != "string") {
      const r = { instancePath: i + "/subject", keyword: "type", params: { type: "string" }, message: "must be string" };
      e === null ? e = new a(r) : e.push(r), t++;
    }
    if (s.uri !== void 0) {
      let r = s.uri;
      if (typeof r == "string") {
        if (b(r) > 128) {
          const n = { instancePath: i + "/uri", keyword: "maxLength", params: { limit: 128 }, message: "must NOT have more than 128 characters" };
          e === null ? e = new a(n) : e.push(n), t++;
        }
        if (b(r) < 1) {
          const n = { instancePath: i + "/uri", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
          e === null ? e = new a(n) : e.push(n), t++;
        }
        if (!we.test(r)) {
          const n = { instancePath: i + "/uri", keyword: "pattern", params: { pattern: "^[A-Za-z0-9_-]+$" }, message: 'must match pattern "^[A-Za-z0-9_-]+$"' };
          e === null ? e = new a(n) : e.push(n), t++;
        }
      } else {
        const n = { instancePath: i + "/uri", keyword: "type", params: { type: "string" }, message: "must be string" };
        e === null ? e = new a(n) : e.push(n), t++;
      }
    }
    if (s.label !== void 0 && typeof s.label != "string") {
      const r = { instancePath: i + "/label", keyword: "type", params: { type: "string" }, message: "must be string" };
      e === null ? e = new a(r) : e.push(r), t++;
    }
    if (s.metadata !== void 0 && typeof s.metadata != "string") {
      const r = { instancePath: i + "/metadata", keyword: "type", params: { type: "string" }, message: "must be string" };
      e === null ? e = new a(r) : e.push(r), t++;
    }
    if (s.avatar !== void 0 && typeof s.avatar != "string") {
      const r = { instancePath: i + "/avatar", keyword: "type", params: { type: "string" }, message: "must be string" };
      e === null ? e = new a(r) : e.push(r), t++;
    }
    if (s.owner !== void 0) {
      let r = s.owner;
      if (typeof r == "string") {
        if (b(r) < 1) {
          const n = { instancePath: i + "/owner", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
          e === null ? e = new a(n) : e.push(n), t++;
        }
      } else {
        const n = { instancePath: i + "/owner", keyword: "type", params: { type: "string" }, message: "must be string" };
        e === null ? e = new a(n) : e.push(n), t++;
      }
    }
    if (s.type !== void 0) {
      let r = s.type;
      if (!(typeof r == "number" && !(r % 1) && !isNaN(r)) && typeof r != "string") {
        const n = { instancePath: i + "/type", keyword: "type", params: { type: xe.properties.type.type }, message: "must be integer,string" };
        e === null ? e = new a(n) : e.push(n), t++;
      }
      if (typeof r == "string" && b(r) < 1) {
        const n = { instancePath: i + "/type", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
        e === null ? e = new a(n) : e.push(n), t++;
      }
    }
    if (s.options !== void 0) {
      let r = s.options;
      if (!(r && typeof r == "object" && !Array.isArray(r))) {
        const n = { instancePath: i + "/options", keyword: "type", params: { type: "object" }, message: "must be object" };
        e === null ? e = new a(n) : e.push(n), t++;
      }
    }
  } else {
    const r = { instancePath: i, keyword: "type", params: { type: "object" }, message: "must be object" };
    e === null ? e = new a(r) : e.push(r), t++;
  }
  return Q.errors = e, t === 0;
}
Q.evaluated = { props: { subject: !0, uri: !0, label: !0, metadata: !0, avatar: !0, owner: !0, type: !0, options: !0 }, dynamicProps: !1, dynamicItems: !1 };
function N(s, { instancePath: i = "", parentData: g, parentDataProperty: h, rootData: f = s, dynamicAnchors: d = {} } = {}) {
  let e = null, t = 0;
  const l = N.evaluated;
  if (l.dynamicProps && (l.props = void 0), l.dynamicItems && (l.items = void 0), s && typeof s == "object" && !Array.isArray(s)) {
    if (s.username === void 0) {
      const r = { instancePath: i, keyword: "required", params: { missingProperty: "username" }, message: "must have required property 'username'" };
      e === null ? e = new a(r) : e.push(r), t++;
    }
    if (s.username !== void 0) {
      let r = s.username;
      if (typeof r == "string") {
        if (b(r) < 1) {
          const n = { instancePath: i + "/username", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
          e === null ? e = new a(n) : e.push(n), t++;
        }
      } else {
        const n = { instancePath: i + "/username", keyword: "type", params: { type: "string" }, message: "must be string" };
        e === null ? e = new a(n) : e.push(n), t++;
      }
    }
    if (s.first_name !== void 0 && typeof s.first_name != "string") {
      const r = { instancePath: i + "/first_name", keyword: "type", params: { type: "string" }, message: "must be string" };
      e === null ? e = new a(r) : e.push(r), t++;
    }
    if (s.last_name !== void 0 && typeof s.last_name != "string") {
      const r = { instancePath: i + "/last_name", keyword: "type", params: { type: "string" }, message: "must be string" };
      e === null ? e = new a(r) : e.push(r), t++;
    }
    if (s.avatar !== void 0 && typeof s.avatar != "string") {
      const r = { instancePath: i + "/avatar", keyword: "type", params: { type: "string" }, message: "must be string" };
      e === null ? e = new a(r) : e.push(r), t++;
    }
    if (s.created_at !== void 0 && typeof s.created_at != "string") {
      const r = { instancePath: i + "/created_at", keyword: "type", params: { type: "string" }, message: "must be string" };
      e === null ? e = new a(r) : e.push(r), t++;
    }
    if (s.updated_at !== void 0 && typeof s.updated_at != "string") {
      const r = { instancePath: i + "/updated_at", keyword: "type", params: { type: "string" }, message: "must be string" };
      e === null ? e = new a(r) : e.push(r), t++;
    }
    if (s.status !== void 0) {
      let r = s.status;
      if (!(typeof r == "number" && !(r % 1) && !isNaN(r))) {
        const n = { instancePath: i + "/status", keyword: "type", params: { type: "integer" }, message: "must be integer" };
        e === null ? e = new a(n) : e.push(n), t++;
      }
    }
    if (s.role !== void 0 && typeof s.role != "string") {
      const r = { instancePath: i + "/role", keyword: "type", params: { type: "string" }, message: "must be string" };
      e === null ? e = new a(r) : e.push(r), t++;
    }
  } else {
    const r = { instancePath: i, keyword: "type", params: { type: "object" }, message: "must be object" };
    e === null ? e = new a(r) : e.push(r), t++;
  }
  return N.errors = e, t === 0;
}
N.evaluated = { props: { username: !0, first_name: !0, last_name: !0, avatar: !0, created_at: !0, updated_at: !0, status: !0, role: !0 }, dynamicProps: !1, dynamicItems: !1 };
const ke = F;
function F(s, { instancePath: i = "", parentData: g, parentDataProperty: h, rootData: f = s, dynamicAnchors: d = {} } = {}) {
  let e = null, t = 0;
  const l = F.evaluated;
  if (l.dynamicProps && (l.props = void 0), l.dynamicItems && (l.items = void 0), s && typeof s == "object" && !Array.isArray(s)) {
    if (s.count === void 0) {
      const r = { instancePath: i, keyword: "required", params: { missingProperty: "count" }, message: "must have required property 'count'" };
      e === null ? e = new a(r) : e.push(r), t++;
    }
    if (s.total_count === void 0) {
      const r = { instancePath: i, keyword: "required", params: { missingProperty: "total_count" }, message: "must have required property 'total_count'" };
      e === null ? e = new a(r) : e.push(r), t++;
    }
    if (s.links === void 0) {
      const r = { instancePath: i, keyword: "required", params: { missingProperty: "links" }, message: "must have required property 'links'" };
      e === null ? e = new a(r) : e.push(r), t++;
    }
    if (s.users === void 0) {
      const r = { instancePath: i, keyword: "required", params: { missingProperty: "users" }, message: "must have required property 'users'" };
      e === null ? e = new a(r) : e.push(r), t++;
    }
    if (s.count !== void 0) {
      let r = s.count;
      if (!(typeof r == "number" && !(r % 1) && !isNaN(r))) {
        const n = { instancePath: i + "/count", keyword: "type", params: { type: "integer" }, message: "must be integer" };
        e === null ? e = new a(n) : e.push(n), t++;
      }
    }
    if (s.total_count !== void 0) {
      let r = s.total_count;
      if (!(typeof r == "number" && !(r % 1) && !isNaN(r))) {
        const n = { instancePath: i + "/total_count", keyword: "type", params: { type: "integer" }, message: "must be integer" };
        e === null ? e = new a(n) : e.push(n), t++;
      }
    }
    if (s.links !== void 0 && (j(s.links, { instancePath: i + "/links", parentData: s, parentDataProperty: "links", rootData: f, dynamicAnchors: d }) || (e = e === null ? j.errors : e.add(j.errors), t = e.length)), s.users !== void 0) {
      let r = s.users;
      if (Array.isArray(r)) {
        const n = r.length;
        for (let p = 0; p < n; p++)
          N(r[p], { instancePath: i + "/users/" + p, parentData: r, parentDataProperty: p, rootData: f, dynamicAnchors: d }) || (e = e === null ? N.errors : e.add(N.errors), t = e.length);
      } else {
        const n = { instancePath: i + "/users", keyword: "type", params: { type: "array" }, message: "must be array" };
        e === null ? e = new a(n) : e.push(n), t++;
      }
    }
  } else {
    const r = { instancePath: i, keyword: "type", params: { type: "object" }, message: "must be object" };
    e === null ? e = new a(r) : e.push(r), t++;
  }
  return F.errors = e, t === 0;
}
F.evaluated = { props: { count: !0, total_count: !0, links: !0, users: !0 }, dynamicProps: !1, dynamicItems: !1 };
const Oe = { type: "object", properties: { name: { type: "string" }, type: { type: "string" }, meta: { type: "string" }, url: { type: "string" }, size: { type: ["integer", "string"], minimum: 0 } }, $id: "Attachment" };
function x(s, { instancePath: i = "", parentData: g, parentDataProperty: h, rootData: f = s, dynamicAnchors: d = {} } = {}) {
  let e = null, t = 0;
  const l = x.evaluated;
  if (l.dynamicProps && (l.props = void 0), l.dynamicItems && (l.items = void 0), s && typeof s == "object" && !Array.isArray(s)) {
    if (s.name !== void 0 && typeof s.name != "string") {
      const r = { instancePath: i + "/name", keyword: "type", params: { type: "string" }, message: "must be string" };
      e === null ? e = new a(r) : e.push(r), t++;
    }
    if (s.type !== void 0 && typeof s.type != "string") {
      const r = { instancePath: i + "/type", keyword: "type", params: { type: "string" }, message: "must be string" };
      e === null ? e = new a(r) : e.push(r), t++;
    }
    if (s.meta !== void 0 && typeof s.meta != "string") {
      const r = { instancePath: i + "/meta", keyword: "type", params: { type: "string" }, message: "must be string" };
      e === null ? e = new a(r) : e.push(r), t++;
    }
    if (s.url !== void 0 && typeof s.url != "string") {
      const r = { instancePath: i + "/url", keyword: "type", params: { type: "string" }, message: "must be string" };
      e === null ? e = new a(r) : e.push(r), t++;
    }
    if (s.size !== void 0) {
      let r = s.size;
      if (!(typeof r == "number" && !(r % 1) && !isNaN(r)) && typeof r != "string") {
        const n = { instancePath: i + "/size", keyword: "type", params: { type: Oe.properties.size.type }, message: "must be integer,string" };
        e === null ? e = new a(n) : e.push(n), t++;
      }
      if (typeof r == "number" && (r < 0 || isNaN(r))) {
        const n = { instancePath: i + "/size", keyword: "minimum", params: { comparison: ">=", limit: 0 }, message: "must be >= 0" };
        e === null ? e = new a(n) : e.push(n), t++;
      }
    }
  } else {
    const r = { instancePath: i, keyword: "type", params: { type: "object" }, message: "must be object" };
    e === null ? e = new a(r) : e.push(r), t++;
  }
  return x.errors = e, t === 0;
}
x.evaluated = { props: { name: !0, type: !0, meta: !0, url: !0, size: !0 }, dynamicProps: !1, dynamicItems: !1 };
const ve = T;
function T(s, { instancePath: i = "", parentData: g, parentDataProperty: h, rootData: f = s, dynamicAnchors: d = {} } = {}) {
  let e = null, t = 0;
  const l = T.evaluated;
  if (l.dynamicProps && (l.props = void 0), l.dynamicItems && (l.items = void 0), s && typeof s == "object" && !Array.isArray(s)) {
    if (s.id === void 0) {
      const r = { instancePath: i, keyword: "required", params: { missingProperty: "id" }, message: "must have required property 'id'" };
      e === null ? e = new a(r) : e.push(r), t++;
    }
    if (s.from === void 0) {
      const r = { instancePath: i, keyword: "required", params: { missingProperty: "from" }, message: "must have required property 'from'" };
      e === null ? e = new a(r) : e.push(r), t++;
    }
    if (s.body === void 0) {
      const r = { instancePath: i, keyword: "required", params: { missingProperty: "body" }, message: "must have required property 'body'" };
      e === null ? e = new a(r) : e.push(r), t++;
    }
    if (s.id !== void 0) {
      let r = s.id;
      if (typeof r == "string") {
        if (b(r) < 1) {
          const n = { instancePath: i + "/id", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
          e === null ? e = new a(n) : e.push(n), t++;
        }
      } else {
        const n = { instancePath: i + "/id", keyword: "type", params: { type: "string" }, message: "must be string" };
        e === null ? e = new a(n) : e.push(n), t++;
      }
    }
    if (s.from !== void 0) {
      let r = s.from;
      if (typeof r == "string") {
        if (b(r) < 1) {
          const n = { instancePath: i + "/from", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
          e === null ? e = new a(n) : e.push(n), t++;
        }
      } else {
        const n = { instancePath: i + "/from", keyword: "type", params: { type: "string" }, message: "must be string" };
        e === null ? e = new a(n) : e.push(n), t++;
      }
    }
    if (s.body !== void 0 && typeof s.body != "string") {
      const r = { instancePath: i + "/body", keyword: "type", params: { type: "string" }, message: "must be string" };
      e === null ? e = new a(r) : e.push(r), t++;
    }
    if (s.type !== void 0 && typeof s.type != "string") {
      const r = { instancePath: i + "/type", keyword: "type", params: { type: "string" }, message: "must be string" };
      e === null ? e = new a(r) : e.push(r), t++;
    }
    if (s.metadata !== void 0 && typeof s.metadata != "string") {
      const r = { instancePath: i + "/metadata", keyword: "type", params: { type: "string" }, message: "must be string" };
      e === null ? e = new a(r) : e.push(r), t++;
    }
    if (s.attachments !== void 0) {
      let r = s.attachments;
      if (Array.isArray(r)) {
        const n = r.length;
        for (let p = 0; p < n; p++)
          x(r[p], { instancePath: i + "/attachments/" + p, parentData: r, parentDataProperty: p, rootData: f, dynamicAnchors: d }) || (e = e === null ? x.errors : e.add(x.errors), t = e.length);
      } else {
        const n = { instancePath: i + "/attachments", keyword: "type", params: { type: "array" }, message: "must be array" };
        e === null ? e = new a(n) : e.push(n), t++;
      }
    }
  } else {
    const r = { instancePath: i, keyword: "type", params: { type: "object" }, message: "must be object" };
    e === null ? e = new a(r) : e.push(r), t++;
  }
  return T.errors = e, t === 0;
}
T.evaluated = { props: { id: !0, from: !0, body: !0, type: !0, metadata: !0, attachments: !0 }, dynamicProps: !1, dynamicItems: !1 };
const Ee = B;
function B(s, { instancePath: i = "", parentData: g, parentDataProperty: h, rootData: f = s, dynamicAnchors: d = {} } = {}) {
  let e = null, t = 0;
  const l = B.evaluated;
  if (l.dynamicProps && (l.props = void 0), l.dynamicItems && (l.items = void 0), s && typeof s == "object" && !Array.isArray(s)) {
    if (s.count === void 0) {
      const r = { instancePath: i, keyword: "required", params: { missingProperty: "count" }, message: "must have required property 'count'" };
      e === null ? e = new a(r) : e.push(r), t++;
    }
    if (s.links === void 0) {
      const r = { instancePath: i, keyword: "required", params: { missingProperty: "links" }, message: "must have required property 'links'" };
      e === null ? e = new a(r) : e.push(r), t++;
    }
    if (s.messages === void 0) {
      const r = { instancePath: i, keyword: "required", params: { missingProperty: "messages" }, message: "must have required property 'messages'" };
      e === null ? e = new a(r) : e.push(r), t++;
    }
    if (s.count !== void 0) {
      let r = s.count;
      if (!(typeof r == "number" && !(r % 1) && !isNaN(r))) {
        const n = { instancePath: i + "/count", keyword: "type", params: { type: "integer" }, message: "must be integer" };
        e === null ? e = new a(n) : e.push(n), t++;
      }
    }
    if (s.links !== void 0 && (j(s.links, { instancePath: i + "/links", parentData: s, parentDataProperty: "links", rootData: f, dynamicAnchors: d }) || (e = e === null ? j.errors : e.add(j.errors), t = e.length)), s.messages !== void 0) {
      let r = s.messages;
      if (Array.isArray(r)) {
        const n = r.length;
        for (let p = 0; p < n; p++)
          T(r[p], { instancePath: i + "/messages/" + p, parentData: r, parentDataProperty: p, rootData: f, dynamicAnchors: d }) || (e = e === null ? T.errors : e.add(T.errors), t = e.length);
      } else {
        const n = { instancePath: i + "/messages", keyword: "type", params: { type: "array" }, message: "must be array" };
        e === null ? e = new a(n) : e.push(n), t++;
      }
    }
  } else {
    const r = { instancePath: i, keyword: "type", params: { type: "object" }, message: "must be object" };
    e === null ? e = new a(r) : e.push(r), t++;
  }
  return B.errors = e, t === 0;
}
B.evaluated = { props: { count: !0, links: !0, messages: !0 }, dynamicProps: !1, dynamicItems: !1 };
function _(s, { instancePath: i = "", parentData: g, parentDataProperty: h, rootData: f = s, dynamicAnchors: d = {} } = {}) {
  let e = null, t = 0;
  const l = _.evaluated;
  if (l.dynamicProps && (l.props = void 0), l.dynamicItems && (l.items = void 0), s && typeof s == "object" && !Array.isArray(s)) {
    if (s.url === void 0) {
      const r = { instancePath: i, keyword: "required", params: { missingProperty: "url" }, message: "must have required property 'url'" };
      e === null ? e = new a(r) : e.push(r), t++;
    }
    if (s.name !== void 0 && typeof s.name != "string") {
      const r = { instancePath: i + "/name", keyword: "type", params: { type: "string" }, message: "must be string" };
      e === null ? e = new a(r) : e.push(r), t++;
    }
    if (s.type !== void 0 && typeof s.type != "string") {
      const r = { instancePath: i + "/type", keyword: "type", params: { type: "string" }, message: "must be string" };
      e === null ? e = new a(r) : e.push(r), t++;
    }
    if (s.meta !== void 0 && typeof s.meta != "string") {
      const r = { instancePath: i + "/meta", keyword: "type", params: { type: "string" }, message: "must be string" };
      e === null ? e = new a(r) : e.push(r), t++;
    }
    if (s.url !== void 0 && typeof s.url != "string") {
      const r = { instancePath: i + "/url", keyword: "type", params: { type: "string" }, message: "must be string" };
      e === null ? e = new a(r) : e.push(r), t++;
    }
    if (s.size !== void 0) {
      let r = s.size;
      if (!(typeof r == "number" && !(r % 1) && !isNaN(r))) {
        const n = { instancePath: i + "/size", keyword: "type", params: { type: "integer" }, message: "must be integer" };
        e === null ? e = new a(n) : e.push(n), t++;
      }
      if (typeof r == "number" && (r < 0 || isNaN(r))) {
        const n = { instancePath: i + "/size", keyword: "minimum", params: { comparison: ">=", limit: 0 }, message: "must be >= 0" };
        e === null ? e = new a(n) : e.push(n), t++;
      }
    }
  } else {
    const r = { instancePath: i, keyword: "type", params: { type: "object" }, message: "must be object" };
    e === null ? e = new a(r) : e.push(r), t++;
  }
  return _.errors = e, t === 0;
}
_.evaluated = { props: { name: !0, type: !0, meta: !0, url: !0, size: !0 }, dynamicProps: !1, dynamicItems: !1 };
const Me = J;
function J(s, { instancePath: i = "", parentData: g, parentDataProperty: h, rootData: f = s, dynamicAnchors: d = {} } = {}) {
  let e = null, t = 0;
  const l = J.evaluated;
  if (l.dynamicProps && (l.props = void 0), l.dynamicItems && (l.items = void 0), s && typeof s == "object" && !Array.isArray(s)) {
    if (s.from === void 0) {
      const r = { instancePath: i, keyword: "required", params: { missingProperty: "from" }, message: "must have required property 'from'" };
      e === null ? e = new a(r) : e.push(r), t++;
    }
    if (s.body === void 0) {
      const r = { instancePath: i, keyword: "required", params: { missingProperty: "body" }, message: "must have required property 'body'" };
      e === null ? e = new a(r) : e.push(r), t++;
    }
    if (s.from !== void 0) {
      let r = s.from;
      if (typeof r == "string") {
        if (b(r) < 1) {
          const n = { instancePath: i + "/from", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
          e === null ? e = new a(n) : e.push(n), t++;
        }
      } else {
        const n = { instancePath: i + "/from", keyword: "type", params: { type: "string" }, message: "must be string" };
        e === null ? e = new a(n) : e.push(n), t++;
      }
    }
    if (s.body !== void 0 && typeof s.body != "string") {
      const r = { instancePath: i + "/body", keyword: "type", params: { type: "string" }, message: "must be string" };
      e === null ? e = new a(r) : e.push(r), t++;
    }
    if (s.type !== void 0 && typeof s.type != "string") {
      const r = { instancePath: i + "/type", keyword: "type", params: { type: "string" }, message: "must be string" };
      e === null ? e = new a(r) : e.push(r), t++;
    }
    if (s.metadata !== void 0 && typeof s.metadata != "string") {
      const r = { instancePath: i + "/metadata", keyword: "type", params: { type: "string" }, message: "must be string" };
      e === null ? e = new a(r) : e.push(r), t++;
    }
    if (s.attachments !== void 0) {
      let r = s.attachments;
      if (Array.isArray(r)) {
        const n = r.length;
        for (let p = 0; p < n; p++)
          _(r[p], { instancePath: i + "/attachments/" + p, parentData: r, parentDataProperty: p, rootData: f, dynamicAnchors: d }) || (e = e === null ? _.errors : e.add(_.errors), t = e.length);
      } else {
        const n = { instancePath: i + "/attachments", keyword: "type", params: { type: "array" }, message: "must be array" };
        e === null ? e = new a(n) : e.push(n), t++;
      }
    }
  } else {
    const r = { instancePath: i, keyword: "type", params: { type: "object" }, message: "must be object" };
    e === null ? e = new a(r) : e.push(r), t++;
  }
  return J.errors = e, t === 0;
}
J.evaluated = { props: { from: !0, body: !0, type: !0, metadata: !0, attachments: !0 }, dynamicProps: !1, dynamicItems: !1 };
const Ce = X;
function X(s, { instancePath: i = "", parentData: g, parentDataProperty: h, rootData: f = s, dynamicAnchors: d = {} } = {}) {
  let e = null, t = 0;
  const l = X.evaluated;
  if (l.dynamicProps && (l.props = void 0), l.dynamicItems && (l.items = void 0), s && typeof s == "object" && !Array.isArray(s)) {
    if (s.from === void 0) {
      const r = { instancePath: i, keyword: "required", params: { missingProperty: "from" }, message: "must have required property 'from'" };
      e === null ? e = new a(r) : e.push(r), t++;
    }
    if (s.body === void 0) {
      const r = { instancePath: i, keyword: "required", params: { missingProperty: "body" }, message: "must have required property 'body'" };
      e === null ? e = new a(r) : e.push(r), t++;
    }
    if (s.from !== void 0) {
      let r = s.from;
      if (typeof r == "string") {
        if (b(r) < 1) {
          const n = { instancePath: i + "/from", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
          e === null ? e = new a(n) : e.push(n), t++;
        }
      } else {
        const n = { instancePath: i + "/from", keyword: "type", params: { type: "string" }, message: "must be string" };
        e === null ? e = new a(n) : e.push(n), t++;
      }
    }
    if (s.body !== void 0 && typeof s.body != "string") {
      const r = { instancePath: i + "/body", keyword: "type", params: { type: "string" }, message: "must be string" };
      e === null ? e = new a(r) : e.push(r), t++;
    }
  } else {
    const r = { instancePath: i, keyword: "type", params: { type: "object" }, message: "must be object" };
    e === null ? e = new a(r) : e.push(r), t++;
  }
  return X.errors = e, t === 0;
}
X.evaluated = { props: { from: !0, body: !0 }, dynamicProps: !1, dynamicItems: !1 };
const Ae = G;
function G(s, { instancePath: i = "", parentData: g, parentDataProperty: h, rootData: f = s, dynamicAnchors: d = {} } = {}) {
  let e = null, t = 0;
  const l = G.evaluated;
  if (l.dynamicProps && (l.props = void 0), l.dynamicItems && (l.items = void 0), s && typeof s == "object" && !Array.isArray(s)) {
    if (s.from === void 0) {
      const r = { instancePath: i, keyword: "required", params: { missingProperty: "from" }, message: "must have required property 'from'" };
      e === null ? e = new a(r) : e.push(r), t++;
    }
    if (s.from !== void 0) {
      let r = s.from;
      if (typeof r == "string") {
        if (b(r) < 1) {
          const n = { instancePath: i + "/from", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
          e === null ? e = new a(n) : e.push(n), t++;
        }
      } else {
        const n = { instancePath: i + "/from", keyword: "type", params: { type: "string" }, message: "must be string" };
        e === null ? e = new a(n) : e.push(n), t++;
      }
    }
  } else {
    const r = { instancePath: i, keyword: "type", params: { type: "object" }, message: "must be object" };
    e === null ? e = new a(r) : e.push(r), t++;
  }
  return G.errors = e, t === 0;
}
G.evaluated = { props: { from: !0 }, dynamicProps: !1, dynamicItems: !1 };
function A(s, { instancePath: i = "", parentData: g, parentDataProperty: h, rootData: f = s, dynamicAnchors: d = {} } = {}) {
  let e = null, t = 0;
  const l = A.evaluated;
  if (l.dynamicProps && (l.props = void 0), l.dynamicItems && (l.items = void 0), s && typeof s == "object" && !Array.isArray(s)) {
    if (s.username === void 0) {
      const r = { instancePath: i, keyword: "required", params: { missingProperty: "username" }, message: "must have required property 'username'" };
      e === null ? e = new a(r) : e.push(r), t++;
    }
    if (s.username !== void 0) {
      let r = s.username;
      if (typeof r == "string") {
        if (b(r) < 1) {
          const n = { instancePath: i + "/username", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
          e === null ? e = new a(n) : e.push(n), t++;
        }
      } else {
        const n = { instancePath: i + "/username", keyword: "type", params: { type: "string" }, message: "must be string" };
        e === null ? e = new a(n) : e.push(n), t++;
      }
    }
    if (s.role !== void 0 && typeof s.role != "string") {
      const r = { instancePath: i + "/role", keyword: "type", params: { type: "string" }, message: "must be string" };
      e === null ? e = new a(r) : e.push(r), t++;
    }
  } else {
    const r = { instancePath: i, keyword: "type", params: { type: "object" }, message: "must be object" };
    e === null ? e = new a(r) : e.push(r), t++;
  }
  return A.errors = e, t === 0;
}
A.evaluated = { props: { username: !0, role: !0 }, dynamicProps: !1, dynamicItems: !1 };
const Ue = H;
function H(s, { instancePath: i = "", parentData: g, parentDataProperty: h, rootData: f = s, dynamicAnchors: d = {} } = {}) {
  let e = null, t = 0;
  const l = H.evaluated;
  if (l.dynamicProps && (l.props = void 0), l.dynamicItems && (l.items = void 0), s && typeof s == "object" && !Array.isArray(s)) {
    if (s.members === void 0) {
      const r = { instancePath: i, keyword: "required", params: { missingProperty: "members" }, message: "must have required property 'members'" };
      e === null ? e = new a(r) : e.push(r), t++;
    }
    if (s.members !== void 0) {
      let r = s.members;
      if (Array.isArray(r)) {
        if (r.length < 1) {
          const p = { instancePath: i + "/members", keyword: "minItems", params: { limit: 1 }, message: "must NOT have fewer than 1 items" };
          e === null ? e = new a(p) : e.push(p), t++;
        }
        const n = r.length;
        for (let p = 0; p < n; p++)
          A(r[p], { instancePath: i + "/members/" + p, parentData: r, parentDataProperty: p, rootData: f, dynamicAnchors: d }) || (e = e === null ? A.errors : e.add(A.errors), t = e.length);
      } else {
        const n = { instancePath: i + "/members", keyword: "type", params: { type: "array" }, message: "must be array" };
        e === null ? e = new a(n) : e.push(n), t++;
      }
    }
  } else {
    const r = { instancePath: i, keyword: "type", params: { type: "object" }, message: "must be object" };
    e === null ? e = new a(r) : e.push(r), t++;
  }
  return H.errors = e, t === 0;
}
H.evaluated = { props: { members: !0 }, dynamicProps: !1, dynamicItems: !1 };
const je = K;
function K(s, { instancePath: i = "", parentData: g, parentDataProperty: h, rootData: f = s, dynamicAnchors: d = {} } = {}) {
  let e = null, t = 0;
  const l = K.evaluated;
  if (l.dynamicProps && (l.props = void 0), l.dynamicItems && (l.items = void 0), Array.isArray(s)) {
    const r = s.length;
    for (let n = 0; n < r; n++)
      N(s[n], { instancePath: i + "/" + n, parentData: s, parentDataProperty: n, rootData: f, dynamicAnchors: d }) || (e = e === null ? N.errors : e.add(N.errors), t = e.length);
  } else {
    const r = { instancePath: i, keyword: "type", params: { type: "array" }, message: "must be array" };
    e === null ? e = new a(r) : e.push(r), t++;
  }
  return K.errors = e, t === 0;
}
K.evaluated = { items: !0, dynamicProps: !1, dynamicItems: !1 };
const ze = V, Re = { type: "object", required: ["members"], properties: { members: { writeOnly: !0, type: "array", minItems: 1, items: { type: ["string", "object"], minLength: 1, required: ["username"], properties: { username: { type: "string", minLength: 1 } } } } }, $id: "MembersRemove" };
function V(s, { instancePath: i = "", parentData: g, parentDataProperty: h, rootData: f = s, dynamicAnchors: d = {} } = {}) {
  let e = null, t = 0;
  const l = V.evaluated;
  if (l.dynamicProps && (l.props = void 0), l.dynamicItems && (l.items = void 0), s && typeof s == "object" && !Array.isArray(s)) {
    if (s.members === void 0) {
      const r = { instancePath: i, keyword: "required", params: { missingProperty: "members" }, message: "must have required property 'members'" };
      e === null ? e = new a(r) : e.push(r), t++;
    }
    if (s.members !== void 0) {
      let r = s.members;
      if (Array.isArray(r)) {
        if (r.length < 1) {
          const p = { instancePath: i + "/members", keyword: "minItems", params: { limit: 1 }, message: "must NOT have fewer than 1 items" };
          e === null ? e = new a(p) : e.push(p), t++;
        }
        const n = r.length;
        for (let p = 0; p < n; p++) {
          let u = r[p];
          if (typeof u != "string" && !(u && typeof u == "object" && !Array.isArray(u))) {
            const m = { instancePath: i + "/members/" + p, keyword: "type", params: { type: Re.properties.members.items.type }, message: "must be string,object" };
            e === null ? e = new a(m) : e.push(m), t++;
          }
          if (typeof u == "string" && b(u) < 1) {
            const m = { instancePath: i + "/members/" + p, keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
            e === null ? e = new a(m) : e.push(m), t++;
          }
          if (u && typeof u == "object" && !Array.isArray(u)) {
            if (u.username === void 0) {
              const m = { instancePath: i + "/members/" + p, keyword: "required", params: { missingProperty: "username" }, message: "must have required property 'username'" };
              e === null ? e = new a(m) : e.push(m), t++;
            }
            if (u.username !== void 0) {
              let m = u.username;
              if (typeof m == "string") {
                if (b(m) < 1) {
                  const y = { instancePath: i + "/members/" + p + "/username", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
                  e === null ? e = new a(y) : e.push(y), t++;
                }
              } else {
                const y = { instancePath: i + "/members/" + p + "/username", keyword: "type", params: { type: "string" }, message: "must be string" };
                e === null ? e = new a(y) : e.push(y), t++;
              }
            }
          }
        }
      } else {
        const n = { instancePath: i + "/members", keyword: "type", params: { type: "array" }, message: "must be array" };
        e === null ? e = new a(n) : e.push(n), t++;
      }
    }
  } else {
    const r = { instancePath: i, keyword: "type", params: { type: "object" }, message: "must be object" };
    e === null ? e = new a(r) : e.push(r), t++;
  }
  return V.errors = e, t === 0;
}
V.evaluated = { props: { members: !0 }, dynamicProps: !1, dynamicItems: !1 };
const Ze = W;
function W(s, { instancePath: i = "", parentData: g, parentDataProperty: h, rootData: f = s, dynamicAnchors: d = {} } = {}) {
  let e = null, t = 0;
  const l = W.evaluated;
  if (l.dynamicProps && (l.props = void 0), l.dynamicItems && (l.items = void 0), s && typeof s == "object" && !Array.isArray(s)) {
    if (s.members === void 0) {
      const r = { instancePath: i, keyword: "required", params: { missingProperty: "members" }, message: "must have required property 'members'" };
      e === null ? e = new a(r) : e.push(r), t++;
    }
    if (s.label !== void 0 && typeof s.label != "string") {
      const r = { instancePath: i + "/label", keyword: "type", params: { type: "string" }, message: "must be string" };
      e === null ? e = new a(r) : e.push(r), t++;
    }
    if (s.metadata !== void 0 && typeof s.metadata != "string") {
      const r = { instancePath: i + "/metadata", keyword: "type", params: { type: "string" }, message: "must be string" };
      e === null ? e = new a(r) : e.push(r), t++;
    }
    if (s.members !== void 0) {
      let r = s.members;
      if (Array.isArray(r)) {
        if (r.length > 2) {
          const p = { instancePath: i + "/members", keyword: "maxItems", params: { limit: 2 }, message: "must NOT have more than 2 items" };
          e === null ? e = new a(p) : e.push(p), t++;
        }
        if (r.length < 2) {
          const p = { instancePath: i + "/members", keyword: "minItems", params: { limit: 2 }, message: "must NOT have fewer than 2 items" };
          e === null ? e = new a(p) : e.push(p), t++;
        }
        const n = r.length;
        for (let p = 0; p < n; p++)
          A(r[p], { instancePath: i + "/members/" + p, parentData: r, parentDataProperty: p, rootData: f, dynamicAnchors: d }) || (e = e === null ? A.errors : e.add(A.errors), t = e.length);
      } else {
        const n = { instancePath: i + "/members", keyword: "type", params: { type: "array" }, message: "must be array" };
        e === null ? e = new a(n) : e.push(n), t++;
      }
    }
  } else {
    const r = { instancePath: i, keyword: "type", params: { type: "object" }, message: "must be object" };
    e === null ? e = new a(r) : e.push(r), t++;
  }
  return W.errors = e, t === 0;
}
W.evaluated = { props: { label: !0, metadata: !0, members: !0 }, dynamicProps: !1, dynamicItems: !1 };
function he(s, { instancePath: i = "", parentData: g, parentDataProperty: h, rootData: f = s, dynamicAnchors: d = {} } = {}) {
  let e = null, t = 0;
  const l = he.evaluated;
  if (l.dynamicProps && (l.props = void 0), l.dynamicItems && (l.items = void 0), s && typeof s == "object" && !Array.isArray(s)) {
    if (s.files === void 0) {
      const r = { instancePath: i, keyword: "required", params: { missingProperty: "files" }, message: "must have required property 'files'" };
      e === null ? e = new a(r) : e.push(r), t++;
    }
    if (s.files !== void 0 && typeof s.files != "string") {
      const r = { instancePath: i + "/files", keyword: "type", params: { type: "string" }, message: "must be string" };
      e === null ? e = new a(r) : e.push(r), t++;
    }
  } else {
    const r = { instancePath: i, keyword: "type", params: { type: "object" }, message: "must be object" };
    e === null ? e = new a(r) : e.push(r), t++;
  }
  return he.errors = e, t === 0;
}
he.evaluated = { props: { files: !0 }, dynamicProps: !1, dynamicItems: !1 };
const Se = Y;
function Y(s, { instancePath: i = "", parentData: g, parentDataProperty: h, rootData: f = s, dynamicAnchors: d = {} } = {}) {
  let e = null, t = 0;
  const l = Y.evaluated;
  if (l.dynamicProps && (l.props = void 0), l.dynamicItems && (l.items = void 0), s && typeof s == "object" && !Array.isArray(s)) {
    if (s.url === void 0) {
      const r = { instancePath: i, keyword: "required", params: { missingProperty: "url" }, message: "must have required property 'url'" };
      e === null ? e = new a(r) : e.push(r), t++;
    }
    if (s.url !== void 0) {
      let r = s.url;
      if (typeof r == "string") {
        if (b(r) < 1) {
          const n = { instancePath: i + "/url", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
          e === null ? e = new a(n) : e.push(n), t++;
        }
      } else {
        const n = { instancePath: i + "/url", keyword: "type", params: { type: "string" }, message: "must be string" };
        e === null ? e = new a(n) : e.push(n), t++;
      }
    }
  } else {
    const r = { instancePath: i, keyword: "type", params: { type: "object" }, message: "must be object" };
    e === null ? e = new a(r) : e.push(r), t++;
  }
  return Y.errors = e, t === 0;
}
Y.evaluated = { props: { url: !0 }, dynamicProps: !1, dynamicItems: !1 };
const Qe = ee;
function ee(s, { instancePath: i = "", parentData: g, parentDataProperty: h, rootData: f = s, dynamicAnchors: d = {} } = {}) {
  let e = null, t = 0;
  const l = ee.evaluated;
  if (l.dynamicProps && (l.props = void 0), l.dynamicItems && (l.items = void 0), s && typeof s == "object" && !Array.isArray(s)) {
    if (s.subject !== void 0 && typeof s.subject != "string") {
      const r = { instancePath: i + "/subject", keyword: "type", params: { type: "string" }, message: "must be string" };
      e === null ? e = new a(r) : e.push(r), t++;
    }
    if (s.label !== void 0 && typeof s.label != "string") {
      const r = { instancePath: i + "/label", keyword: "type", params: { type: "string" }, message: "must be string" };
      e === null ? e = new a(r) : e.push(r), t++;
    }
    if (s.metadata !== void 0 && typeof s.metadata != "string") {
      const r = { instancePath: i + "/metadata", keyword: "type", params: { type: "string" }, message: "must be string" };
      e === null ? e = new a(r) : e.push(r), t++;
    }
    if (s.avatar_url !== void 0 && typeof s.avatar_url != "string") {
      const r = { instancePath: i + "/avatar_url", keyword: "type", params: { type: "string" }, message: "must be string" };
      e === null ? e = new a(r) : e.push(r), t++;
    }
    if (s.owner !== void 0) {
      let r = s.owner;
      if (typeof r == "string") {
        if (b(r) < 1) {
          const n = { instancePath: i + "/owner", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
          e === null ? e = new a(n) : e.push(n), t++;
        }
      } else {
        const n = { instancePath: i + "/owner", keyword: "type", params: { type: "string" }, message: "must be string" };
        e === null ? e = new a(n) : e.push(n), t++;
      }
    }
    if (s.members !== void 0) {
      let r = s.members;
      if (Array.isArray(r)) {
        const n = r.length;
        for (let p = 0; p < n; p++)
          A(r[p], { instancePath: i + "/members/" + p, parentData: r, parentDataProperty: p, rootData: f, dynamicAnchors: d }) || (e = e === null ? A.errors : e.add(A.errors), t = e.length);
      } else {
        const n = { instancePath: i + "/members", keyword: "type", params: { type: "array" }, message: "must be array" };
        e === null ? e = new a(n) : e.push(n), t++;
      }
    }
  } else {
    const r = { instancePath: i, keyword: "type", params: { type: "object" }, message: "must be object" };
    e === null ? e = new a(r) : e.push(r), t++;
  }
  return ee.errors = e, t === 0;
}
ee.evaluated = { props: { subject: !0, label: !0, metadata: !0, avatar_url: !0, owner: !0, members: !0 }, dynamicProps: !1, dynamicItems: !1 };
const Fe = re;
function re(s, { instancePath: i = "", parentData: g, parentDataProperty: h, rootData: f = s, dynamicAnchors: d = {} } = {}) {
  let e = null, t = 0;
  const l = re.evaluated;
  if (l.dynamicProps && (l.props = void 0), l.dynamicItems && (l.items = void 0), s && typeof s == "object" && !Array.isArray(s)) {
    if (s.subject !== void 0 && typeof s.subject != "string") {
      const r = { instancePath: i + "/subject", keyword: "type", params: { type: "string" }, message: "must be string" };
      e === null ? e = new a(r) : e.push(r), t++;
    }
    if (s.uri !== void 0) {
      let r = s.uri;
      if (typeof r == "string") {
        if (b(r) > 128) {
          const n = { instancePath: i + "/uri", keyword: "maxLength", params: { limit: 128 }, message: "must NOT have more than 128 characters" };
          e === null ? e = new a(n) : e.push(n), t++;
        }
        if (b(r) < 1) {
          const n = { instancePath: i + "/uri", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
          e === null ? e = new a(n) : e.push(n), t++;
        }
        if (!we.test(r)) {
          const n = { instancePath: i + "/uri", keyword: "pattern", params: { pattern: "^[A-Za-z0-9_-]+$" }, message: 'must match pattern "^[A-Za-z0-9_-]+$"' };
          e === null ? e = new a(n) : e.push(n), t++;
        }
      } else {
        const n = { instancePath: i + "/uri", keyword: "type", params: { type: "string" }, message: "must be string" };
        e === null ? e = new a(n) : e.push(n), t++;
      }
    }
    if (s.label !== void 0 && typeof s.label != "string") {
      const r = { instancePath: i + "/label", keyword: "type", params: { type: "string" }, message: "must be string" };
      e === null ? e = new a(r) : e.push(r), t++;
    }
    if (s.metadata !== void 0 && typeof s.metadata != "string") {
      const r = { instancePath: i + "/metadata", keyword: "type", params: { type: "string" }, message: "must be string" };
      e === null ? e = new a(r) : e.push(r), t++;
    }
    if (s.avatar_url !== void 0 && typeof s.avatar_url != "string") {
      const r = { instancePath: i + "/avatar_url", keyword: "type", params: { type: "string" }, message: "must be string" };
      e === null ? e = new a(r) : e.push(r), t++;
    }
    if (s.owner !== void 0) {
      let r = s.owner;
      if (typeof r == "string") {
        if (b(r) < 1) {
          const n = { instancePath: i + "/owner", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
          e === null ? e = new a(n) : e.push(n), t++;
        }
      } else {
        const n = { instancePath: i + "/owner", keyword: "type", params: { type: "string" }, message: "must be string" };
        e === null ? e = new a(n) : e.push(n), t++;
      }
    }
    if (s.members !== void 0) {
      let r = s.members;
      if (Array.isArray(r)) {
        const n = r.length;
        for (let p = 0; p < n; p++)
          A(r[p], { instancePath: i + "/members/" + p, parentData: r, parentDataProperty: p, rootData: f, dynamicAnchors: d }) || (e = e === null ? A.errors : e.add(A.errors), t = e.length);
      } else {
        const n = { instancePath: i + "/members", keyword: "type", params: { type: "array" }, message: "must be array" };
        e === null ? e = new a(n) : e.push(n), t++;
      }
    }
  } else {
    const r = { instancePath: i, keyword: "type", params: { type: "object" }, message: "must be object" };
    e === null ? e = new a(r) : e.push(r), t++;
  }
  return re.errors = e, t === 0;
}
re.evaluated = { props: { subject: !0, uri: !0, label: !0, metadata: !0, avatar_url: !0, owner: !0, members: !0 }, dynamicProps: !1, dynamicItems: !1 };
const ge = L;
function L(s, { instancePath: i = "", parentData: g, parentDataProperty: h, rootData: f = s, dynamicAnchors: d = {} } = {}) {
  let e = null, t = 0;
  const l = L.evaluated;
  if (l.dynamicProps && (l.props = void 0), l.dynamicItems && (l.items = void 0), s && typeof s == "object" && !Array.isArray(s)) {
    if (s.id === void 0) {
      const r = { instancePath: i, keyword: "required", params: { missingProperty: "id" }, message: "must have required property 'id'" };
      e === null ? e = new a(r) : e.push(r), t++;
    }
    if (s.name === void 0) {
      const r = { instancePath: i, keyword: "required", params: { missingProperty: "name" }, message: "must have required property 'name'" };
      e === null ? e = new a(r) : e.push(r), t++;
    }
    if (s.id !== void 0) {
      let r = s.id;
      if (!(typeof r == "number" && !(r % 1) && !isNaN(r))) {
        const n = { instancePath: i + "/id", keyword: "type", params: { type: "integer" }, message: "must be integer" };
        e === null ? e = new a(n) : e.push(n), t++;
      }
    }
    if (s.app_id !== void 0 && typeof s.app_id != "string") {
      const r = { instancePath: i + "/app_id", keyword: "type", params: { type: "string" }, message: "must be string" };
      e === null ? e = new a(r) : e.push(r), t++;
    }
    if (s.name !== void 0) {
      let r = s.name;
      if (typeof r == "string") {
        if (b(r) < 1) {
          const n = { instancePath: i + "/name", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
          e === null ? e = new a(n) : e.push(n), t++;
        }
      } else {
        const n = { instancePath: i + "/name", keyword: "type", params: { type: "string" }, message: "must be string" };
        e === null ? e = new a(n) : e.push(n), t++;
      }
    }
    if (s.description !== void 0 && typeof s.description != "string") {
      const r = { instancePath: i + "/description", keyword: "type", params: { type: "string" }, message: "must be string" };
      e === null ? e = new a(r) : e.push(r), t++;
    }
    if (s.access !== void 0) {
      let r = s.access;
      if (!(typeof r == "number" && !(r % 1) && !isNaN(r))) {
        const n = { instancePath: i + "/access", keyword: "type", params: { type: "integer" }, message: "must be integer" };
        e === null ? e = new a(n) : e.push(n), t++;
      }
    }
    if (s.priority !== void 0) {
      let r = s.priority;
      if (!(typeof r == "number" && !(r % 1) && !isNaN(r))) {
        const n = { instancePath: i + "/priority", keyword: "type", params: { type: "integer" }, message: "must be integer" };
        e === null ? e = new a(n) : e.push(n), t++;
      }
      if (typeof r == "number") {
        if (r > 99 || isNaN(r)) {
          const n = { instancePath: i + "/priority", keyword: "maximum", params: { comparison: "<=", limit: 99 }, message: "must be <= 99" };
          e === null ? e = new a(n) : e.push(n), t++;
        }
        if (r < 1 || isNaN(r)) {
          const n = { instancePath: i + "/priority", keyword: "minimum", params: { comparison: ">=", limit: 1 }, message: "must be >= 1" };
          e === null ? e = new a(n) : e.push(n), t++;
        }
      }
    }
    if (s.permissions !== void 0) {
      let r = s.permissions;
      if (Array.isArray(r)) {
        const n = r.length;
        for (let p = 0; p < n; p++) {
          let u = r[p];
          if (!(typeof u == "number" && !(u % 1) && !isNaN(u))) {
            const m = { instancePath: i + "/permissions/" + p, keyword: "type", params: { type: "integer" }, message: "must be integer" };
            e === null ? e = new a(m) : e.push(m), t++;
          }
        }
      } else {
        const n = { instancePath: i + "/permissions", keyword: "type", params: { type: "array" }, message: "must be array" };
        e === null ? e = new a(n) : e.push(n), t++;
      }
    }
  } else {
    const r = { instancePath: i, keyword: "type", params: { type: "object" }, message: "must be object" };
    e === null ? e = new a(r) : e.push(r), t++;
  }
  return L.errors = e, t === 0;
}
L.evaluated = { props: { id: !0, app_id: !0, name: !0, description: !0, access: !0, priority: !0, permissions: !0 }, dynamicProps: !1, dynamicItems: !1 };
const Be = se;
function se(s, { instancePath: i = "", parentData: g, parentDataProperty: h, rootData: f = s, dynamicAnchors: d = {} } = {}) {
  let e = null, t = 0;
  const l = se.evaluated;
  if (l.dynamicProps && (l.props = void 0), l.dynamicItems && (l.items = void 0), Array.isArray(s)) {
    const r = s.length;
    for (let n = 0; n < r; n++)
      L(s[n], { instancePath: i + "/" + n, parentData: s, parentDataProperty: n, rootData: f, dynamicAnchors: d }) || (e = e === null ? L.errors : e.add(L.errors), t = e.length);
  } else {
    const r = { instancePath: i, keyword: "type", params: { type: "array" }, message: "must be array" };
    e === null ? e = new a(r) : e.push(r), t++;
  }
  return se.errors = e, t === 0;
}
se.evaluated = { items: !0, dynamicProps: !1, dynamicItems: !1 };
const Je = te;
function te(s, { instancePath: i = "", parentData: g, parentDataProperty: h, rootData: f = s, dynamicAnchors: d = {} } = {}) {
  let e = null, t = 0;
  const l = te.evaluated;
  if (l.dynamicProps && (l.props = void 0), l.dynamicItems && (l.items = void 0), s && typeof s == "object" && !Array.isArray(s)) {
    if (s.name === void 0) {
      const r = { instancePath: i, keyword: "required", params: { missingProperty: "name" }, message: "must have required property 'name'" };
      e === null ? e = new a(r) : e.push(r), t++;
    }
    if (s.name !== void 0) {
      let r = s.name;
      if (typeof r == "string") {
        if (b(r) < 1) {
          const n = { instancePath: i + "/name", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
          e === null ? e = new a(n) : e.push(n), t++;
        }
      } else {
        const n = { instancePath: i + "/name", keyword: "type", params: { type: "string" }, message: "must be string" };
        e === null ? e = new a(n) : e.push(n), t++;
      }
    }
    if (s.description !== void 0 && typeof s.description != "string") {
      const r = { instancePath: i + "/description", keyword: "type", params: { type: "string" }, message: "must be string" };
      e === null ? e = new a(r) : e.push(r), t++;
    }
    if (s.access !== void 0) {
      let r = s.access;
      if (!(typeof r == "number" && !(r % 1) && !isNaN(r))) {
        const n = { instancePath: i + "/access", keyword: "type", params: { type: "integer" }, message: "must be integer" };
        e === null ? e = new a(n) : e.push(n), t++;
      }
    }
    if (s.priority !== void 0) {
      let r = s.priority;
      if (!(typeof r == "number" && !(r % 1) && !isNaN(r))) {
        const n = { instancePath: i + "/priority", keyword: "type", params: { type: "integer" }, message: "must be integer" };
        e === null ? e = new a(n) : e.push(n), t++;
      }
      if (typeof r == "number") {
        if (r > 99 || isNaN(r)) {
          const n = { instancePath: i + "/priority", keyword: "maximum", params: { comparison: "<=", limit: 99 }, message: "must be <= 99" };
          e === null ? e = new a(n) : e.push(n), t++;
        }
        if (r < 1 || isNaN(r)) {
          const n = { instancePath: i + "/priority", keyword: "minimum", params: { comparison: ">=", limit: 1 }, message: "must be >= 1" };
          e === null ? e = new a(n) : e.push(n), t++;
        }
      }
    }
    if (s.permissions !== void 0) {
      let r = s.permissions;
      if (Array.isArray(r)) {
        const n = r.length;
        for (let p = 0; p < n; p++) {
          let u = r[p];
          if (!(typeof u == "number" && !(u % 1) && !isNaN(u))) {
            const m = { instancePath: i + "/permissions/" + p, keyword: "type", params: { type: "integer" }, message: "must be integer" };
            e === null ? e = new a(m) : e.push(m), t++;
          }
        }
      } else {
        const n = { instancePath: i + "/permissions", keyword: "type", params: { type: "array" }, message: "must be array" };
        e === null ? e = new a(n) : e.push(n), t++;
      }
    }
  } else {
    const r = { instancePath: i, keyword: "type", params: { type: "object" }, message: "must be object" };
    e === null ? e = new a(r) : e.push(r), t++;
  }
  return te.errors = e, t === 0;
}
te.evaluated = { props: { name: !0, description: !0, access: !0, priority: !0, permissions: !0 }, dynamicProps: !1, dynamicItems: !1 };
const Xe = ne;
function ne(s, { instancePath: i = "", parentData: g, parentDataProperty: h, rootData: f = s, dynamicAnchors: d = {} } = {}) {
  let e = null, t = 0;
  const l = ne.evaluated;
  if (l.dynamicProps && (l.props = void 0), l.dynamicItems && (l.items = void 0), s && typeof s == "object" && !Array.isArray(s)) {
    if (s.name !== void 0) {
      let r = s.name;
      if (typeof r == "string") {
        if (b(r) < 1) {
          const n = { instancePath: i + "/name", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
          e === null ? e = new a(n) : e.push(n), t++;
        }
      } else {
        const n = { instancePath: i + "/name", keyword: "type", params: { type: "string" }, message: "must be string" };
        e === null ? e = new a(n) : e.push(n), t++;
      }
    }
    if (s.description !== void 0 && typeof s.description != "string") {
      const r = { instancePath: i + "/description", keyword: "type", params: { type: "string" }, message: "must be string" };
      e === null ? e = new a(r) : e.push(r), t++;
    }
    if (s.access !== void 0) {
      let r = s.access;
      if (!(typeof r == "number" && !(r % 1) && !isNaN(r))) {
        const n = { instancePath: i + "/access", keyword: "type", params: { type: "integer" }, message: "must be integer" };
        e === null ? e = new a(n) : e.push(n), t++;
      }
    }
    if (s.priority !== void 0) {
      let r = s.priority;
      if (!(typeof r == "number" && !(r % 1) && !isNaN(r))) {
        const n = { instancePath: i + "/priority", keyword: "type", params: { type: "integer" }, message: "must be integer" };
        e === null ? e = new a(n) : e.push(n), t++;
      }
      if (typeof r == "number") {
        if (r > 99 || isNaN(r)) {
          const n = { instancePath: i + "/priority", keyword: "maximum", params: { comparison: "<=", limit: 99 }, message: "must be <= 99" };
          e === null ? e = new a(n) : e.push(n), t++;
        }
        if (r < 1 || isNaN(r)) {
          const n = { instancePath: i + "/priority", keyword: "minimum", params: { comparison: ">=", limit: 1 }, message: "must be >= 1" };
          e === null ? e = new a(n) : e.push(n), t++;
        }
      }
    }
    if (s.permissions !== void 0) {
      let r = s.permissions;
      if (Array.isArray(r)) {
        const n = r.length;
        for (let p = 0; p < n; p++) {
          let u = r[p];
          if (!(typeof u == "number" && !(u % 1) && !isNaN(u))) {
            const m = { instancePath: i + "/permissions/" + p, keyword: "type", params: { type: "integer" }, message: "must be integer" };
            e === null ? e = new a(m) : e.push(m), t++;
          }
        }
      } else {
        const n = { instancePath: i + "/permissions", keyword: "type", params: { type: "array" }, message: "must be array" };
        e === null ? e = new a(n) : e.push(n), t++;
      }
    }
  } else {
    const r = { instancePath: i, keyword: "type", params: { type: "object" }, message: "must be object" };
    e === null ? e = new a(r) : e.push(r), t++;
  }
  return ne.errors = e, t === 0;
}
ne.evaluated = { props: { name: !0, description: !0, access: !0, priority: !0, permissions: !0 }, dynamicProps: !1, dynamicItems: !1 };
const Ge = ie;
function ie(s, { instancePath: i = "", parentData: g, parentDataProperty: h, rootData: f = s, dynamicAnchors: d = {} } = {}) {
  let e = null, t = 0;
  const l = ie.evaluated;
  if (l.dynamicProps && (l.props = void 0), l.dynamicItems && (l.items = void 0), s && typeof s == "object" && !Array.isArray(s)) {
    if (s.count === void 0) {
      const r = { instancePath: i, keyword: "required", params: { missingProperty: "count" }, message: "must have required property 'count'" };
      e === null ? e = new a(r) : e.push(r), t++;
    }
    if (s.total_count === void 0) {
      const r = { instancePath: i, keyword: "required", params: { missingProperty: "total_count" }, message: "must have required property 'total_count'" };
      e === null ? e = new a(r) : e.push(r), t++;
    }
    if (s.links === void 0) {
      const r = { instancePath: i, keyword: "required", params: { missingProperty: "links" }, message: "must have required property 'links'" };
      e === null ? e = new a(r) : e.push(r), t++;
    }
    if (s.users === void 0) {
      const r = { instancePath: i, keyword: "required", params: { missingProperty: "users" }, message: "must have required property 'users'" };
      e === null ? e = new a(r) : e.push(r), t++;
    }
    if (s.count !== void 0) {
      let r = s.count;
      if (!(typeof r == "number" && !(r % 1) && !isNaN(r))) {
        const n = { instancePath: i + "/count", keyword: "type", params: { type: "integer" }, message: "must be integer" };
        e === null ? e = new a(n) : e.push(n), t++;
      }
    }
    if (s.total_count !== void 0) {
      let r = s.total_count;
      if (!(typeof r == "number" && !(r % 1) && !isNaN(r))) {
        const n = { instancePath: i + "/total_count", keyword: "type", params: { type: "integer" }, message: "must be integer" };
        e === null ? e = new a(n) : e.push(n), t++;
      }
    }
    if (s.links !== void 0 && (j(s.links, { instancePath: i + "/links", parentData: s, parentDataProperty: "links", rootData: f, dynamicAnchors: d }) || (e = e === null ? j.errors : e.add(j.errors), t = e.length)), s.users !== void 0) {
      let r = s.users;
      if (Array.isArray(r)) {
        const n = r.length;
        for (let p = 0; p < n; p++)
          P(r[p], { instancePath: i + "/users/" + p, parentData: r, parentDataProperty: p, rootData: f, dynamicAnchors: d }) || (e = e === null ? P.errors : e.add(P.errors), t = e.length);
      } else {
        const n = { instancePath: i + "/users", keyword: "type", params: { type: "array" }, message: "must be array" };
        e === null ? e = new a(n) : e.push(n), t++;
      }
    }
  } else {
    const r = { instancePath: i, keyword: "type", params: { type: "object" }, message: "must be object" };
    e === null ? e = new a(r) : e.push(r), t++;
  }
  return ie.errors = e, t === 0;
}
ie.evaluated = { props: { count: !0, total_count: !0, links: !0, users: !0 }, dynamicProps: !1, dynamicItems: !1 };
const He = ae;
function ae(s, { instancePath: i = "", parentData: g, parentDataProperty: h, rootData: f = s, dynamicAnchors: d = {} } = {}) {
  let e = null, t = 0;
  const l = ae.evaluated;
  if (l.dynamicProps && (l.props = void 0), l.dynamicItems && (l.items = void 0), s && typeof s == "object" && !Array.isArray(s)) {
    if (s.username === void 0) {
      const r = { instancePath: i, keyword: "required", params: { missingProperty: "username" }, message: "must have required property 'username'" };
      e === null ? e = new a(r) : e.push(r), t++;
    }
    if (s.username !== void 0) {
      let r = s.username;
      if (typeof r == "string") {
        if (b(r) < 1) {
          const n = { instancePath: i + "/username", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
          e === null ? e = new a(n) : e.push(n), t++;
        }
      } else {
        const n = { instancePath: i + "/username", keyword: "type", params: { type: "string" }, message: "must be string" };
        e === null ? e = new a(n) : e.push(n), t++;
      }
    }
    if (s.first_name !== void 0 && typeof s.first_name != "string") {
      const r = { instancePath: i + "/first_name", keyword: "type", params: { type: "string" }, message: "must be string" };
      e === null ? e = new a(r) : e.push(r), t++;
    }
    if (s.last_name !== void 0 && typeof s.last_name != "string") {
      const r = { instancePath: i + "/last_name", keyword: "type", params: { type: "string" }, message: "must be string" };
      e === null ? e = new a(r) : e.push(r), t++;
    }
    if (s.avatar_url !== void 0 && typeof s.avatar_url != "string") {
      const r = { instancePath: i + "/avatar_url", keyword: "type", params: { type: "string" }, message: "must be string" };
      e === null ? e = new a(r) : e.push(r), t++;
    }
  } else {
    const r = { instancePath: i, keyword: "type", params: { type: "object" }, message: "must be object" };
    e === null ? e = new a(r) : e.push(r), t++;
  }
  return ae.errors = e, t === 0;
}
ae.evaluated = { props: { username: !0, first_name: !0, last_name: !0, avatar_url: !0 }, dynamicProps: !1, dynamicItems: !1 };
const Ke = oe;
function oe(s, { instancePath: i = "", parentData: g, parentDataProperty: h, rootData: f = s, dynamicAnchors: d = {} } = {}) {
  let e = null, t = 0;
  const l = oe.evaluated;
  if (l.dynamicProps && (l.props = void 0), l.dynamicItems && (l.items = void 0), s && typeof s == "object" && !Array.isArray(s)) {
    if (s.first_name !== void 0 && typeof s.first_name != "string") {
      const r = { instancePath: i + "/first_name", keyword: "type", params: { type: "string" }, message: "must be string" };
      e === null ? e = new a(r) : e.push(r), t++;
    }
    if (s.last_name !== void 0 && typeof s.last_name != "string") {
      const r = { instancePath: i + "/last_name", keyword: "type", params: { type: "string" }, message: "must be string" };
      e === null ? e = new a(r) : e.push(r), t++;
    }
    if (s.avatar_url !== void 0 && typeof s.avatar_url != "string") {
      const r = { instancePath: i + "/avatar_url", keyword: "type", params: { type: "string" }, message: "must be string" };
      e === null ? e = new a(r) : e.push(r), t++;
    }
  } else {
    const r = { instancePath: i, keyword: "type", params: { type: "object" }, message: "must be object" };
    e === null ? e = new a(r) : e.push(r), t++;
  }
  return oe.errors = e, t === 0;
}
oe.evaluated = { props: { first_name: !0, last_name: !0, avatar_url: !0 }, dynamicProps: !1, dynamicItems: !1 };
const Ve = pe;
function pe(s, { instancePath: i = "", parentData: g, parentDataProperty: h, rootData: f = s, dynamicAnchors: d = {} } = {}) {
  let e = null, t = 0;
  const l = pe.evaluated;
  if (l.dynamicProps && (l.props = void 0), l.dynamicItems && (l.items = void 0), s && typeof s == "object" && !Array.isArray(s)) {
    if (s.filter !== void 0) {
      let r = s.filter;
      if (Array.isArray(r)) {
        const n = r.length;
        for (let p = 0; p < n; p++)
          if (typeof r[p] != "string") {
            const u = { instancePath: i + "/filter/" + p, keyword: "type", params: { type: "string" }, message: "must be string" };
            e === null ? e = new a(u) : e.push(u), t++;
          }
      } else {
        const n = { instancePath: i + "/filter", keyword: "type", params: { type: "array" }, message: "must be array" };
        e === null ? e = new a(n) : e.push(n), t++;
      }
    }
    if (s.limit !== void 0) {
      let r = s.limit;
      if (!(typeof r == "number" && !(r % 1) && !isNaN(r))) {
        const n = { instancePath: i + "/limit", keyword: "type", params: { type: "integer" }, message: "must be integer" };
        e === null ? e = new a(n) : e.push(n), t++;
      }
      if (typeof r == "number") {
        if (r > 50 || isNaN(r)) {
          const n = { instancePath: i + "/limit", keyword: "maximum", params: { comparison: "<=", limit: 50 }, message: "must be <= 50" };
          e === null ? e = new a(n) : e.push(n), t++;
        }
        if (r < 1 || isNaN(r)) {
          const n = { instancePath: i + "/limit", keyword: "minimum", params: { comparison: ">=", limit: 1 }, message: "must be >= 1" };
          e === null ? e = new a(n) : e.push(n), t++;
        }
      }
    }
    if (s.offset !== void 0) {
      let r = s.offset;
      if (!(typeof r == "number" && !(r % 1) && !isNaN(r))) {
        const n = { instancePath: i + "/offset", keyword: "type", params: { type: "integer" }, message: "must be integer" };
        e === null ? e = new a(n) : e.push(n), t++;
      }
      if (typeof r == "number" && (r < 0 || isNaN(r))) {
        const n = { instancePath: i + "/offset", keyword: "minimum", params: { comparison: ">=", limit: 0 }, message: "must be >= 0" };
        e === null ? e = new a(n) : e.push(n), t++;
      }
    }
  } else {
    const r = { instancePath: i, keyword: "type", params: { type: "object" }, message: "must be object" };
    e === null ? e = new a(r) : e.push(r), t++;
  }
  return pe.errors = e, t === 0;
}
pe.evaluated = { props: { filter: !0, limit: !0, offset: !0 }, dynamicProps: !1, dynamicItems: !1 };
const We = le;
function le(s, { instancePath: i = "", parentData: g, parentDataProperty: h, rootData: f = s, dynamicAnchors: d = {} } = {}) {
  let e = null, t = 0;
  const l = le.evaluated;
  if (l.dynamicProps && (l.props = void 0), l.dynamicItems && (l.items = void 0), s && typeof s == "object" && !Array.isArray(s)) {
    if (s.limit !== void 0) {
      let r = s.limit;
      if (!(typeof r == "number" && !(r % 1) && !isNaN(r))) {
        const n = { instancePath: i + "/limit", keyword: "type", params: { type: "integer" }, message: "must be integer" };
        e === null ? e = new a(n) : e.push(n), t++;
      }
      if (typeof r == "number") {
        if (r > 50 || isNaN(r)) {
          const n = { instancePath: i + "/limit", keyword: "maximum", params: { comparison: "<=", limit: 50 }, message: "must be <= 50" };
          e === null ? e = new a(n) : e.push(n), t++;
        }
        if (r < 1 || isNaN(r)) {
          const n = { instancePath: i + "/limit", keyword: "minimum", params: { comparison: ">=", limit: 1 }, message: "must be >= 1" };
          e === null ? e = new a(n) : e.push(n), t++;
        }
      }
    }
    if (s.offset !== void 0) {
      let r = s.offset;
      if (!(typeof r == "number" && !(r % 1) && !isNaN(r))) {
        const n = { instancePath: i + "/offset", keyword: "type", params: { type: "integer" }, message: "must be integer" };
        e === null ? e = new a(n) : e.push(n), t++;
      }
      if (typeof r == "number" && (r < 0 || isNaN(r))) {
        const n = { instancePath: i + "/offset", keyword: "minimum", params: { comparison: ">=", limit: 0 }, message: "must be >= 0" };
        e === null ? e = new a(n) : e.push(n), t++;
      }
    }
  } else {
    const r = { instancePath: i, keyword: "type", params: { type: "object" }, message: "must be object" };
    e === null ? e = new a(r) : e.push(r), t++;
  }
  return le.errors = e, t === 0;
}
le.evaluated = { props: { limit: !0, offset: !0 }, dynamicProps: !1, dynamicItems: !1 };
const Ye = me;
function me(s, { instancePath: i = "", parentData: g, parentDataProperty: h, rootData: f = s, dynamicAnchors: d = {} } = {}) {
  let e = null, t = 0;
  const l = me.evaluated;
  if (l.dynamicProps && (l.props = void 0), l.dynamicItems && (l.items = void 0), s && typeof s == "object" && !Array.isArray(s)) {
    if (s.limit !== void 0) {
      let r = s.limit;
      if (!(typeof r == "number" && !(r % 1) && !isNaN(r))) {
        const n = { instancePath: i + "/limit", keyword: "type", params: { type: "integer" }, message: "must be integer" };
        e === null ? e = new a(n) : e.push(n), t++;
      }
      if (typeof r == "number") {
        if (r > 50 || isNaN(r)) {
          const n = { instancePath: i + "/limit", keyword: "maximum", params: { comparison: "<=", limit: 50 }, message: "must be <= 50" };
          e === null ? e = new a(n) : e.push(n), t++;
        }
        if (r < 1 || isNaN(r)) {
          const n = { instancePath: i + "/limit", keyword: "minimum", params: { comparison: ">=", limit: 1 }, message: "must be >= 1" };
          e === null ? e = new a(n) : e.push(n), t++;
        }
      }
    }
    if (s.offset !== void 0) {
      let r = s.offset;
      if (!(typeof r == "number" && !(r % 1) && !isNaN(r))) {
        const n = { instancePath: i + "/offset", keyword: "type", params: { type: "integer" }, message: "must be integer" };
        e === null ? e = new a(n) : e.push(n), t++;
      }
      if (typeof r == "number" && (r < 0 || isNaN(r))) {
        const n = { instancePath: i + "/offset", keyword: "minimum", params: { comparison: ">=", limit: 0 }, message: "must be >= 0" };
        e === null ? e = new a(n) : e.push(n), t++;
      }
    }
  } else {
    const r = { instancePath: i, keyword: "type", params: { type: "object" }, message: "must be object" };
    e === null ? e = new a(r) : e.push(r), t++;
  }
  return me.errors = e, t === 0;
}
me.evaluated = { props: { limit: !0, offset: !0 }, dynamicProps: !1, dynamicItems: !1 };
const er = ue;
function ue(s, { instancePath: i = "", parentData: g, parentDataProperty: h, rootData: f = s, dynamicAnchors: d = {} } = {}) {
  let e = null, t = 0;
  const l = ue.evaluated;
  if (l.dynamicProps && (l.props = void 0), l.dynamicItems && (l.items = void 0), s && typeof s == "object" && !Array.isArray(s)) {
    if (s.from === void 0) {
      const r = { instancePath: i, keyword: "required", params: { missingProperty: "from" }, message: "must have required property 'from'" };
      e === null ? e = new a(r) : e.push(r), t++;
    }
    if (s.from !== void 0) {
      let r = s.from;
      if (typeof r == "string") {
        if (b(r) < 1) {
          const n = { instancePath: i + "/from", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
          e === null ? e = new a(n) : e.push(n), t++;
        }
      } else {
        const n = { instancePath: i + "/from", keyword: "type", params: { type: "string" }, message: "must be string" };
        e === null ? e = new a(n) : e.push(n), t++;
      }
    }
  } else {
    const r = { instancePath: i, keyword: "type", params: { type: "object" }, message: "must be object" };
    e === null ? e = new a(r) : e.push(r), t++;
  }
  return ue.errors = e, t === 0;
}
ue.evaluated = { props: { from: !0 }, dynamicProps: !1, dynamicItems: !1 };
const rr = ye;
function ye(s, { instancePath: i = "", parentData: g, parentDataProperty: h, rootData: f = s, dynamicAnchors: d = {} } = {}) {
  let e = null, t = 0;
  const l = ye.evaluated;
  if (l.dynamicProps && (l.props = void 0), l.dynamicItems && (l.items = void 0), s && typeof s == "object" && !Array.isArray(s)) {
    if (s.limit !== void 0) {
      let r = s.limit;
      if (!(typeof r == "number" && !(r % 1) && !isNaN(r))) {
        const n = { instancePath: i + "/limit", keyword: "type", params: { type: "integer" }, message: "must be integer" };
        e === null ? e = new a(n) : e.push(n), t++;
      }
      if (typeof r == "number") {
        if (r > 50 || isNaN(r)) {
          const n = { instancePath: i + "/limit", keyword: "maximum", params: { comparison: "<=", limit: 50 }, message: "must be <= 50" };
          e === null ? e = new a(n) : e.push(n), t++;
        }
        if (r < 1 || isNaN(r)) {
          const n = { instancePath: i + "/limit", keyword: "minimum", params: { comparison: ">=", limit: 1 }, message: "must be >= 1" };
          e === null ? e = new a(n) : e.push(n), t++;
        }
      }
    }
    if (s.offset !== void 0) {
      let r = s.offset;
      if (!(typeof r == "number" && !(r % 1) && !isNaN(r))) {
        const n = { instancePath: i + "/offset", keyword: "type", params: { type: "integer" }, message: "must be integer" };
        e === null ? e = new a(n) : e.push(n), t++;
      }
      if (typeof r == "number" && (r < 0 || isNaN(r))) {
        const n = { instancePath: i + "/offset", keyword: "minimum", params: { comparison: ">=", limit: 0 }, message: "must be >= 0" };
        e === null ? e = new a(n) : e.push(n), t++;
      }
    }
  } else {
    const r = { instancePath: i, keyword: "type", params: { type: "object" }, message: "must be object" };
    e === null ? e = new a(r) : e.push(r), t++;
  }
  return ye.errors = e, t === 0;
}
ye.evaluated = { props: { limit: !0, offset: !0 }, dynamicProps: !1, dynamicItems: !1 };
const sr = fe;
function fe(s, { instancePath: i = "", parentData: g, parentDataProperty: h, rootData: f = s, dynamicAnchors: d = {} } = {}) {
  let e = null, t = 0;
  const l = fe.evaluated;
  if (l.dynamicProps && (l.props = void 0), l.dynamicItems && (l.items = void 0), s && typeof s == "object" && !Array.isArray(s)) {
    if (s.limit !== void 0) {
      let r = s.limit;
      if (!(typeof r == "number" && !(r % 1) && !isNaN(r))) {
        const n = { instancePath: i + "/limit", keyword: "type", params: { type: "integer" }, message: "must be integer" };
        e === null ? e = new a(n) : e.push(n), t++;
      }
      if (typeof r == "number") {
        if (r > 50 || isNaN(r)) {
          const n = { instancePath: i + "/limit", keyword: "maximum", params: { comparison: "<=", limit: 50 }, message: "must be <= 50" };
          e === null ? e = new a(n) : e.push(n), t++;
        }
        if (r < 1 || isNaN(r)) {
          const n = { instancePath: i + "/limit", keyword: "minimum", params: { comparison: ">=", limit: 1 }, message: "must be >= 1" };
          e === null ? e = new a(n) : e.push(n), t++;
        }
      }
    }
    if (s.offset !== void 0) {
      let r = s.offset;
      if (!(typeof r == "number" && !(r % 1) && !isNaN(r))) {
        const n = { instancePath: i + "/offset", keyword: "type", params: { type: "integer" }, message: "must be integer" };
        e === null ? e = new a(n) : e.push(n), t++;
      }
      if (typeof r == "number" && (r < 0 || isNaN(r))) {
        const n = { instancePath: i + "/offset", keyword: "minimum", params: { comparison: ">=", limit: 0 }, message: "must be >= 0" };
        e === null ? e = new a(n) : e.push(n), t++;
      }
    }
  } else {
    const r = { instancePath: i, keyword: "type", params: { type: "object" }, message: "must be object" };
    e === null ? e = new a(r) : e.push(r), t++;
  }
  return fe.errors = e, t === 0;
}
fe.evaluated = { props: { limit: !0, offset: !0 }, dynamicProps: !1, dynamicItems: !1 };
const or = de, tr = { type: "object", additionalProperties: !1, properties: { start: { type: "string", pattern: "^\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(\\.\\d{3})?Z$" }, application: { $ref: "Application", unevaluatedProperties: !1 }, roles: { type: "array", items: { type: "object", required: ["name"], additionalProperties: !1, properties: { id: { type: "integer", minimum: 1 }, app_id: { type: "string" }, name: { type: "string", minLength: 1 }, description: { type: "string" }, access: { type: "integer" }, priority: { type: "integer", minimum: 1, maximum: 99 }, permissions: { type: "array", items: { type: "integer" } } } } }, channelTypes: { type: "array", items: { $ref: "ChannelTypeCreate" } }, users: { type: "array", items: { $ref: "User", unevaluatedProperties: !1 } }, channels: { type: "array", items: { type: "object", required: ["type"], additionalProperties: !1, properties: { id: { type: "string", pattern: "^\\d+$" }, uri: { $ref: "ChannelUpdate#/properties/uri" }, subject: { type: "string" }, label: { type: "string" }, metadata: { type: "string" }, avatar: { type: "string" }, created_at: { type: "string" }, type: { type: "string", minLength: 1 }, owner: { type: "string", minLength: 1 }, members: { type: "array", items: { $ref: "MemberAdd", unevaluatedProperties: !1 } }, blocked: { type: "array", items: { type: "string", minLength: 1 } }, messages: { type: "array", items: { type: "object", required: ["from", "body"], additionalProperties: !1, properties: { id: { type: "string", pattern: "^\\d+$" }, from: { type: "string", minLength: 1 }, body: { type: "string" }, type: { type: "string" }, metadata: { type: "string" }, attachments: { type: "array", items: { $ref: "AttachmentSend" } } } } } } } }, files: { type: "array", items: { type: "object", required: ["name", "content"], additionalProperties: !1, properties: { name: { type: "string", minLength: 1 }, type: { type: "string" }, content: { type: "string", pattern: "^[A-Za-z0-9+/]*={0,2}$" } } } } }, $id: "Seed" }, nr = new RegExp("^\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(\\.\\d{3})?Z$", "u"), Pe = new RegExp("^\\d+$", "u"), ir = new RegExp("^[A-Za-z0-9+/]*={0,2}$", "u");
function O(s, { instancePath: i = "", parentData: g, parentDataProperty: h, rootData: f = s, dynamicAnchors: d = {} } = {}) {
  let e = null, t = 0;
  const l = O.evaluated;
  if (l.dynamicProps && (l.props = void 0), l.dynamicItems && (l.items = void 0), typeof s == "string") {
    if (b(s) > 128) {
      const r = { instancePath: i, keyword: "maxLength", params: { limit: 128 }, message: "must NOT have more than 128 characters" };
      e === null ? e = new a(r) : e.push(r), t++;
    }
    if (b(s) < 1) {
      const r = { instancePath: i, keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
      e === null ? e = new a(r) : e.push(r), t++;
    }
    if (!we.test(s)) {
      const r = { instancePath: i, keyword: "pattern", params: { pattern: "^[A-Za-z0-9_-]+$" }, message: 'must match pattern "^[A-Za-z0-9_-]+$"' };
      e === null ? e = new a(r) : e.push(r), t++;
    }
  } else {
    const r = { instancePath: i, keyword: "type", params: { type: "string" }, message: "must be string" };
    e === null ? e = new a(r) : e.push(r), t++;
  }
  return O.errors = e, t === 0;
}
O.evaluated = { dynamicProps: !1, dynamicItems: !1 };
const ar = Object.prototype.hasOwnProperty;
function de(s, { instancePath: i = "", parentData: g, parentDataProperty: h, rootData: f = s, dynamicAnchors: d = {} } = {}) {
  let e = null, t = 0;
  const l = de.evaluated;
  if (l.dynamicProps && (l.props = void 0), l.dynamicItems && (l.items = void 0), s && typeof s == "object" && !Array.isArray(s)) {
    for (const r in s)
      if (!(r === "start" || r === "application" || r === "roles" || r === "channelTypes" || r === "users" || r === "channels" || r === "files")) {
        const n = { instancePath: i, keyword: "additionalProperties", params: { additionalProperty: r }, message: "must NOT have additional properties" };
        e === null ? e = new a(n) : e.push(n), t++;
      }
    if (s.start !== void 0) {
      let r = s.start;
      if (typeof r == "string") {
        if (!nr.test(r)) {
          const n = { instancePath: i + "/start", keyword: "pattern", params: { pattern: "^\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(\\.\\d{3})?Z$" }, message: 'must match pattern "^\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(\\.\\d{3})?Z$"' };
          e === null ? e = new a(n) : e.push(n), t++;
        }
      } else {
        const n = { instancePath: i + "/start", keyword: "type", params: { type: "string" }, message: "must be string" };
        e === null ? e = new a(n) : e.push(n), t++;
      }
    }
    if (s.application !== void 0) {
      let r = s.application;
      if (D(r, { instancePath: i + "/application", parentData: s, parentDataProperty: "application", rootData: f, dynamicAnchors: d }) || (e = e === null ? D.errors : e.add(D.errors), t = e.length), r && typeof r == "object" && !Array.isArray(r)) {
        for (const n in r)
          if (n !== "name" && n !== "public_key") {
            const p = { instancePath: i + "/application", keyword: "unevaluatedProperties", params: { unevaluatedProperty: n }, message: "must NOT have unevaluated properties" };
            e === null ? e = new a(p) : e.push(p), t++;
          }
      }
    }
    if (s.roles !== void 0) {
      let r = s.roles;
      if (Array.isArray(r)) {
        const n = r.length;
        for (let p = 0; p < n; p++) {
          let u = r[p];
          if (u && typeof u == "object" && !Array.isArray(u)) {
            if (u.name === void 0) {
              const m = { instancePath: i + "/roles/" + p, keyword: "required", params: { missingProperty: "name" }, message: "must have required property 'name'" };
              e === null ? e = new a(m) : e.push(m), t++;
            }
            for (const m in u)
              if (!(m === "id" || m === "app_id" || m === "name" || m === "description" || m === "access" || m === "priority" || m === "permissions")) {
                const y = { instancePath: i + "/roles/" + p, keyword: "additionalProperties", params: { additionalProperty: m }, message: "must NOT have additional properties" };
                e === null ? e = new a(y) : e.push(y), t++;
              }
            if (u.id !== void 0) {
              let m = u.id;
              if (!(typeof m == "number" && !(m % 1) && !isNaN(m))) {
                const y = { instancePath: i + "/roles/" + p + "/id", keyword: "type", params: { type: "integer" }, message: "must be integer" };
                e === null ? e = new a(y) : e.push(y), t++;
              }
              if (typeof m == "number" && (m < 1 || isNaN(m))) {
                const y = { instancePath: i + "/roles/" + p + "/id", keyword: "minimum", params: { comparison: ">=", limit: 1 }, message: "must be >= 1" };
                e === null ? e = new a(y) : e.push(y), t++;
              }
            }
            if (u.app_id !== void 0 && typeof u.app_id != "string") {
              const m = { instancePath: i + "/roles/" + p + "/app_id", keyword: "type", params: { type: "string" }, message: "must be string" };
              e === null ? e = new a(m) : e.push(m), t++;
            }
            if (u.name !== void 0) {
              let m = u.name;
              if (typeof m == "string") {
                if (b(m) < 1) {
                  const y = { instancePath: i + "/roles/" + p + "/name", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
                  e === null ? e = new a(y) : e.push(y), t++;
                }
              } else {
                const y = { instancePath: i + "/roles/" + p + "/name", keyword: "type", params: { type: "string" }, message: "must be string" };
                e === null ? e = new a(y) : e.push(y), t++;
              }
            }
            if (u.description !== void 0 && typeof u.description != "string") {
              const m = { instancePath: i + "/roles/" + p + "/description", keyword: "type", params: { type: "string" }, message: "must be string" };
              e === null ? e = new a(m) : e.push(m), t++;
            }
            if (u.access !== void 0) {
              let m = u.access;
              if (!(typeof m == "number" && !(m % 1) && !isNaN(m))) {
                const y = { instancePath: i + "/roles/" + p + "/access", keyword: "type", params: { type: "integer" }, message: "must be integer" };
                e === null ? e = new a(y) : e.push(y), t++;
              }
            }
            if (u.priority !== void 0) {
              let m = u.priority;
              if (!(typeof m == "number" && !(m % 1) && !isNaN(m))) {
                const y = { instancePath: i + "/roles/" + p + "/priority", keyword: "type", params: { type: "integer" }, message: "must be integer" };
                e === null ? e = new a(y) : e.push(y), t++;
              }
              if (typeof m == "number") {
                if (m > 99 || isNaN(m)) {
                  const y = { instancePath: i + "/roles/" + p + "/priority", keyword: "maximum", params: { comparison: "<=", limit: 99 }, message: "must be <= 99" };
                  e === null ? e = new a(y) : e.push(y), t++;
                }
                if (m < 1 || isNaN(m)) {
                  const y = { instancePath: i + "/roles/" + p + "/priority", keyword: "minimum", params: { comparison: ">=", limit: 1 }, message: "must be >= 1" };
                  e === null ? e = new a(y) : e.push(y), t++;
                }
              }
            }
            if (u.permissions !== void 0) {
              let m = u.permissions;
              if (Array.isArray(m)) {
                const y = m.length;
                for (let w = 0; w < y; w++) {
                  let k = m[w];
                  if (!(typeof k == "number" && !(k % 1) && !isNaN(k))) {
                    const c = { instancePath: i + "/roles/" + p + "/permissions/" + w, keyword: "type", params: { type: "integer" }, message: "must be integer" };
                    e === null ? e = new a(c) : e.push(c), t++;
                  }
                }
              } else {
                const y = { instancePath: i + "/roles/" + p + "/permissions", keyword: "type", params: { type: "array" }, message: "must be array" };
                e === null ? e = new a(y) : e.push(y), t++;
              }
            }
          } else {
            const m = { instancePath: i + "/roles/" + p, keyword: "type", params: { type: "object" }, message: "must be object" };
            e === null ? e = new a(m) : e.push(m), t++;
          }
        }
      } else {
        const n = { instancePath: i + "/roles", keyword: "type", params: { type: "array" }, message: "must be array" };
        e === null ? e = new a(n) : e.push(n), t++;
      }
    }
    if (s.channelTypes !== void 0) {
      let r = s.channelTypes;
      if (Array.isArray(r)) {
        const n = r.length;
        for (let p = 0; p < n; p++)
          q(r[p], { instancePath: i + "/channelTypes/" + p, parentData: r, parentDataProperty: p, rootData: f, dynamicAnchors: d }) || (e = e === null ? q.errors : e.add(q.errors), t = e.length);
      } else {
        const n = { instancePath: i + "/channelTypes", keyword: "type", params: { type: "array" }, message: "must be array" };
        e === null ? e = new a(n) : e.push(n), t++;
      }
    }
    if (s.users !== void 0) {
      let r = s.users;
      if (Array.isArray(r)) {
        const n = r.length;
        for (let p = 0; p < n; p++) {
          let u = r[p];
          if (P(u, { instancePath: i + "/users/" + p, parentData: r, parentDataProperty: p, rootData: f, dynamicAnchors: d }) || (e = e === null ? P.errors : e.add(P.errors), t = e.length), u && typeof u == "object" && !Array.isArray(u)) {
            for (const m in u)
              if (m !== "username" && m !== "first_name" && m !== "last_name" && m !== "avatar" && m !== "created_at" && m !== "updated_at" && m !== "last_login_at" && m !== "presence_status") {
                const y = { instancePath: i + "/users/" + p, keyword: "unevaluatedProperties", params: { unevaluatedProperty: m }, message: "must NOT have unevaluated properties" };
                e === null ? e = new a(y) : e.push(y), t++;
              }
          }
        }
      } else {
        const n = { instancePath: i + "/users", keyword: "type", params: { type: "array" }, message: "must be array" };
        e === null ? e = new a(n) : e.push(n), t++;
      }
    }
    if (s.channels !== void 0) {
      let r = s.channels;
      if (Array.isArray(r)) {
        const n = r.length;
        for (let p = 0; p < n; p++) {
          let u = r[p];
          if (u && typeof u == "object" && !Array.isArray(u)) {
            if (u.type === void 0) {
              const m = { instancePath: i + "/channels/" + p, keyword: "required", params: { missingProperty: "type" }, message: "must have required property 'type'" };
              e === null ? e = new a(m) : e.push(m), t++;
            }
            for (const m in u)
              if (!ar.call(tr.properties.channels.items.properties, m)) {
                const y = { instancePath: i + "/channels/" + p, keyword: "additionalProperties", params: { additionalProperty: m }, message: "must NOT have additional properties" };
                e === null ? e = new a(y) : e.push(y), t++;
              }
            if (u.id !== void 0) {
              let m = u.id;
              if (typeof m == "string") {
                if (!Pe.test(m)) {
                  const y = { instancePath: i + "/channels/" + p + "/id", keyword: "pattern", params: { pattern: "^\\d+$" }, message: 'must match pattern "^\\d+$"' };
                  e === null ? e = new a(y) : e.push(y), t++;
                }
              } else {
                const y = { instancePath: i + "/channels/" + p + "/id", keyword: "type", params: { type: "string" }, message: "must be string" };
                e === null ? e = new a(y) : e.push(y), t++;
              }
            }
            if (u.uri !== void 0 && (O(u.uri, { instancePath: i + "/channels/" + p + "/uri", parentData: u, parentDataProperty: "uri", rootData: f, dynamicAnchors: d }) || (e = e === null ? O.errors : e.add(O.errors), t = e.length)), u.subject !== void 0 && typeof u.subject != "string") {
              const m = { instancePath: i + "/channels/" + p + "/subject", keyword: "type", params: { type: "string" }, message: "must be string" };
              e === null ? e = new a(m) : e.push(m), t++;
            }
            if (u.label !== void 0 && typeof u.label != "string") {
              const m = { instancePath: i + "/channels/" + p + "/label", keyword: "type", params: { type: "string" }, message: "must be string" };
              e === null ? e = new a(m) : e.push(m), t++;
            }
            if (u.metadata !== void 0 && typeof u.metadata != "string") {
              const m = { instancePath: i + "/channels/" + p + "/metadata", keyword: "type", params: { type: "string" }, message: "must be string" };
              e === null ? e = new a(m) : e.push(m), t++;
            }
            if (u.avatar !== void 0 && typeof u.avatar != "string") {
              const m = { instancePath: i + "/channels/" + p + "/avatar", keyword: "type", params: { type: "string" }, message: "must be string" };
              e === null ? e = new a(m) : e.push(m), t++;
            }
            if (u.created_at !== void 0 && typeof u.created_at != "string") {
              const m = { instancePath: i + "/channels/" + p + "/created_at", keyword: "type", params: { type: "string" }, message: "must be string" };
              e === null ? e = new a(m) : e.push(m), t++;
            }
            if (u.type !== void 0) {
              let m = u.type;
              if (typeof m == "string") {
                if (b(m) < 1) {
                  const y = { instancePath: i + "/channels/" + p + "/type", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
                  e === null ? e = new a(y) : e.push(y), t++;
                }
              } else {
                const y = { instancePath: i + "/channels/" + p + "/type", keyword: "type", params: { type: "string" }, message: "must be string" };
                e === null ? e = new a(y) : e.push(y), t++;
              }
            }
            if (u.owner !== void 0) {
              let m = u.owner;
              if (typeof m == "string") {
                if (b(m) < 1) {
                  const y = { instancePath: i + "/channels/" + p + "/owner", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
                  e === null ? e = new a(y) : e.push(y), t++;
                }
              } else {
                const y = { instancePath: i + "/channels/" + p + "/owner", keyword: "type", params: { type: "string" }, message: "must be string" };
                e === null ? e = new a(y) : e.push(y), t++;
              }
            }
            if (u.members !== void 0) {
              let m = u.members;
              if (Array.isArray(m)) {
                const y = m.length;
                for (let w = 0; w < y; w++) {
                  let k = m[w];
                  if (A(k, { instancePath: i + "/channels/" + p + "/members/" + w, parentData: m, parentDataProperty: w, rootData: f, dynamicAnchors: d }) || (e = e === null ? A.errors : e.add(A.errors), t = e.length), k && typeof k == "object" && !Array.isArray(k)) {
                    for (const c in k)
                      if (c !== "username" && c !== "role") {
                        const v = { instancePath: i + "/channels/" + p + "/members/" + w, keyword: "unevaluatedProperties", params: { unevaluatedProperty: c }, message: "must NOT have unevaluated properties" };
                        e === null ? e = new a(v) : e.push(v), t++;
                      }
                  }
                }
              } else {
                const y = { instancePath: i + "/channels/" + p + "/members", keyword: "type", params: { type: "array" }, message: "must be array" };
                e === null ? e = new a(y) : e.push(y), t++;
              }
            }
            if (u.blocked !== void 0) {
              let m = u.blocked;
              if (Array.isArray(m)) {
                const y = m.length;
                for (let w = 0; w < y; w++) {
                  let k = m[w];
                  if (typeof k == "string") {
                    if (b(k) < 1) {
                      const c = { instancePath: i + "/channels/" + p + "/blocked/" + w, keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
                      e === null ? e = new a(c) : e.push(c), t++;
                    }
                  } else {
                    const c = { instancePath: i + "/channels/" + p + "/blocked/" + w, keyword: "type", params: { type: "string" }, message: "must be string" };
                    e === null ? e = new a(c) : e.push(c), t++;
                  }
                }
              } else {
                const y = { instancePath: i + "/channels/" + p + "/blocked", keyword: "type", params: { type: "array" }, message: "must be array" };
                e === null ? e = new a(y) : e.push(y), t++;
              }
            }
            if (u.messages !== void 0) {
              let m = u.messages;
              if (Array.isArray(m)) {
                const y = m.length;
                for (let w = 0; w < y; w++) {
                  let k = m[w];
                  if (k && typeof k == "object" && !Array.isArray(k)) {
                    if (k.from === void 0) {
                      const c = { instancePath: i + "/channels/" + p + "/messages/" + w, keyword: "required", params: { missingProperty: "from" }, message: "must have required property 'from'" };
                      e === null ? e = new a(c) : e.push(c), t++;
                    }
                    if (k.body === void 0) {
                      const c = { instancePath: i + "/channels/" + p + "/messages/" + w, keyword: "required", params: { missingProperty: "body" }, message: "must have required property 'body'" };
                      e === null ? e = new a(c) : e.push(c), t++;
                    }
                    for (const c in k)
                      if (!(c === "id" || c === "from" || c === "body" || c === "type" || c === "metadata" || c === "attachments")) {
                        const v = { instancePath: i + "/channels/" + p + "/messages/" + w, keyword: "additionalProperties", params: { additionalProperty: c }, message: "must NOT have additional properties" };
                        e === null ? e = new a(v) : e.push(v), t++;
                      }
                    if (k.id !== void 0) {
                      let c = k.id;
                      if (typeof c == "string") {
                        if (!Pe.test(c)) {
                          const v = { instancePath: i + "/channels/" + p + "/messages/" + w + "/id", keyword: "pattern", params: { pattern: "^\\d+$" }, message: 'must match pattern "^\\d+$"' };
                          e === null ? e = new a(v) : e.push(v), t++;
                        }
                      } else {
                        const v = { instancePath: i + "/channels/" + p + "/messages/" + w + "/id", keyword: "type", params: { type: "string" }, message: "must be string" };
                        e === null ? e = new a(v) : e.push(v), t++;
                      }
                    }
                    if (k.from !== void 0) {
                      let c = k.from;
                      if (typeof c == "string") {
                        if (b(c) < 1) {
                          const v = { instancePath: i + "/channels/" + p + "/messages/" + w + "/from", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
                          e === null ? e = new a(v) : e.push(v), t++;
                        }
                      } else {
                        const v = { instancePath: i + "/channels/" + p + "/messages/" + w + "/from", keyword: "type", params: { type: "string" }, message: "must be string" };
                        e === null ? e = new a(v) : e.push(v), t++;
                      }
                    }
                    if (k.body !== void 0 && typeof k.body != "string") {
                      const c = { instancePath: i + "/channels/" + p + "/messages/" + w + "/body", keyword: "type", params: { type: "string" }, message: "must be string" };
                      e === null ? e = new a(c) : e.push(c), t++;
                    }
                    if (k.type !== void 0 && typeof k.type != "string") {
                      const c = { instancePath: i + "/channels/" + p + "/messages/" + w + "/type", keyword: "type", params: { type: "string" }, message: "must be string" };
                      e === null ? e = new a(c) : e.push(c), t++;
                    }
                    if (k.metadata !== void 0 && typeof k.metadata != "string") {
                      const c = { instancePath: i + "/channels/" + p + "/messages/" + w + "/metadata", keyword: "type", params: { type: "string" }, message: "must be string" };
                      e === null ? e = new a(c) : e.push(c), t++;
                    }
                    if (k.attachments !== void 0) {
                      let c = k.attachments;
                      if (Array.isArray(c)) {
                        const v = c.length;
                        for (let E = 0; E < v; E++)
                          _(c[E], { instancePath: i + "/channels/" + p + "/messages/" + w + "/attachments/" + E, parentData: c, parentDataProperty: E, rootData: f, dynamicAnchors: d }) || (e = e === null ? _.errors : e.add(_.errors), t = e.length);
                      } else {
                        const v = { instancePath: i + "/channels/" + p + "/messages/" + w + "/attachments", keyword: "type", params: { type: "array" }, message: "must be array" };
                        e === null ? e = new a(v) : e.push(v), t++;
                      }
                    }
                  } else {
                    const c = { instancePath: i + "/channels/" + p + "/messages/" + w, keyword: "type", params: { type: "object" }, message: "must be object" };
                    e === null ? e = new a(c) : e.push(c), t++;
                  }
                }
              } else {
                const y = { instancePath: i + "/channels/" + p + "/messages", keyword: "type", params: { type: "array" }, message: "must be array" };
                e === null ? e = new a(y) : e.push(y), t++;
              }
            }
          } else {
            const m = { instancePath: i + "/channels/" + p, keyword: "type", params: { type: "object" }, message: "must be object" };
            e === null ? e = new a(m) : e.push(m), t++;
          }
        }
      } else {
        const n = { instancePath: i + "/channels", keyword: "type", params: { type: "array" }, message: "must be array" };
        e === null ? e = new a(n) : e.push(n), t++;
      }
    }
    if (s.files !== void 0) {
      let r = s.files;
      if (Array.isArray(r)) {
        const n = r.length;
        for (let p = 0; p < n; p++) {
          let u = r[p];
          if (u && typeof u == "object" && !Array.isArray(u)) {
            if (u.name === void 0) {
              const m = { instancePath: i + "/files/" + p, keyword: "required", params: { missingProperty: "name" }, message: "must have required property 'name'" };
              e === null ? e = new a(m) : e.push(m), t++;
            }
            if (u.content === void 0) {
              const m = { instancePath: i + "/files/" + p, keyword: "required", params: { missingProperty: "content" }, message: "must have required property 'content'" };
              e === null ? e = new a(m) : e.push(m), t++;
            }
            for (const m in u)
              if (!(m === "name" || m === "type" || m === "content")) {
                const y = { instancePath: i + "/files/" + p, keyword: "additionalProperties", params: { additionalProperty: m }, message: "must NOT have additional properties" };
                e === null ? e = new a(y) : e.push(y), t++;
              }
            if (u.name !== void 0) {
              let m = u.name;
              if (typeof m == "string") {
                if (b(m) < 1) {
                  const y = { instancePath: i + "/files/" + p + "/name", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
                  e === null ? e = new a(y) : e.push(y), t++;
                }
              } else {
                const y = { instancePath: i + "/files/" + p + "/name", keyword: "type", params: { type: "string" }, message: "must be string" };
                e === null ? e = new a(y) : e.push(y), t++;
              }
            }
            if (u.type !== void 0 && typeof u.type != "string") {
              const m = { instancePath: i + "/files/" + p + "/type", keyword: "type", params: { type: "string" }, message: "must be string" };
              e === null ? e = new a(m) : e.push(m), t++;
            }
            if (u.content !== void 0) {
              let m = u.content;
              if (typeof m == "string") {
                if (!ir.test(m)) {
                  const y = { instancePath: i + "/files/" + p + "/content", keyword: "pattern", params: { pattern: "^[A-Za-z0-9+/]*={0,2}$" }, message: 'must match pattern "^[A-Za-z0-9+/]*={0,2}$"' };
                  e === null ? e = new a(y) : e.push(y), t++;
                }
              } else {
                const y = { instancePath: i + "/files/" + p + "/content", keyword: "type", params: { type: "string" }, message: "must be string" };
                e === null ? e = new a(y) : e.push(y), t++;
              }
            }
          } else {
            const m = { instancePath: i + "/files/" + p, keyword: "type", params: { type: "object" }, message: "must be object" };
            e === null ? e = new a(m) : e.push(m), t++;
          }
        }
      } else {
        const n = { instancePath: i + "/files", keyword: "type", params: { type: "array" }, message: "must be array" };
        e === null ? e = new a(n) : e.push(n), t++;
      }
    }
  } else {
    const r = { instancePath: i, keyword: "type", params: { type: "object" }, message: "must be object" };
    e === null ? e = new a(r) : e.push(r), t++;
  }
  return de.errors = e, t === 0;
}
de.evaluated = { props: !0, dynamicProps: !1, dynamicItems: !1 };
const pr = {
  getApplication: { responses: { 200: be, 400: o, 401: o, 403: o, 429: o, 500: o } },
  updateApplication: { body: Ne, responses: { 200: be, 400: o, 401: o, 403: o, 413: o, 415: o, 422: o, 429: o, 500: o } },
  getStorageInfo: { responses: { 200: _e, 400: o, 401: o, 403: o, 429: o, 500: o } },
  createChannelType: { body: De, responses: { 200: Ie, 400: o, 401: o, 403: o, 409: o, 413: o, 415: o, 422: o, 429: o, 500: o } },
  deleteChannelType: { responses: { 204: null, 400: o, 401: o, 403: o, 404: o, 429: o, 500: o } },
  listChannels: { query: Ve, responses: { 200: Le, 400: o, 401: o, 403: o, 422: o, 429: o, 500: o } },
  getChannel: { responses: { 200: C, 400: o, 401: o, 403: o, 404: o, 429: o, 500: o } },
  updateChannel: { body: $e, responses: { 200: C, 400: o, 401: o, 403: o, 404: o, 409: o, 413: o, 415: o, 422: o, 429: o, 500: o } },
  deleteChannel: { responses: { 204: null, 400: o, 401: o, 403: o, 404: o, 429: o, 500: o } },
  listBlockedMembers: { query: We, responses: { 200: ke, 400: o, 401: o, 403: o, 404: o, 422: o, 429: o, 500: o } },
  listMessages: { query: Ye, responses: { 200: Ee, 400: o, 401: o, 403: o, 404: o, 422: o, 429: o, 500: o } },
  sendMessage: { body: Me, responses: { 200: ve, 400: o, 401: o, 403: o, 404: o, 413: o, 415: o, 422: o, 429: o, 500: o } },
  editMessage: { body: Ce, responses: { 200: ve, 400: o, 401: o, 403: o, 404: o, 413: o, 415: o, 422: o, 429: o, 500: o } },
  deleteMessage: { query: er, responses: { 204: null, 400: o, 401: o, 403: o, 404: o, 422: o, 429: o, 500: o } },
  startTyping: { body: Ae, responses: { 204: null, 400: o, 401: o, 403: o, 404: o, 413: o, 415: o, 422: o, 429: o, 500: o } },
  stopTyping: { body: Ae, responses: { 204: null, 400: o, 401: o, 403: o, 404: o, 413: o, 415: o, 422: o, 429: o, 500: o } },
  listChannelMembers: { query: rr, responses: { 200: ke, 400: o, 401: o, 403: o, 404: o, 422: o, 429: o, 500: o } },
  addChannelMembers: { body: Ue, responses: { 200: je, 400: o, 401: o, 403: o, 404: o, 409: o, 413: o, 415: o, 422: o, 429: o, 500: o } },
  removeChannelMembers: { body: ze, responses: { 200: je, 400: o, 401: o, 403: o, 404: o, 413: o, 415: o, 422: o, 429: o, 500: o } },
  createDirectChannel: { body: Ze, responses: { 200: C, 400: o, 401: o, 403: o, 409: o, 413: o, 415: o, 422: o, 429: o, 500: o } },
  uploadFile: { responses: { 200: Se, 400: o, 401: o, 403: o, 413: o, 415: o, 422: o, 429: o, 500: o } },
  downloadFile: { responses: { 200: null, 400: o, 401: o, 403: o, 404: o, 429: o, 500: o } },
  deleteFile: { responses: { 204: null, 400: o, 401: o, 403: o, 404: o, 429: o, 500: o } },
  deleteMessageAttachments: { responses: { 204: null, 400: o, 401: o, 403: o, 404: o, 429: o, 500: o } },
  createPrivateChannel: { body: Qe, responses: { 200: C, 400: o, 401: o, 403: o, 413: o, 415: o, 422: o, 429: o, 500: o } },
  createPublicChannel: { body: Fe, responses: { 200: C, 400: o, 401: o, 403: o, 409: o, 413: o, 415: o, 422: o, 429: o, 500: o } },
  listRoles: { responses: { 200: Be, 400: o, 401: o, 403: o, 429: o, 500: o } },
  createRole: { body: Je, responses: { 200: ge, 400: o, 401: o, 403: o, 409: o, 413: o, 415: o, 422: o, 429: o, 500: o } },
  getRole: { responses: { 200: ge, 400: o, 401: o, 403: o, 404: o, 429: o, 500: o } },
  updateRole: { body: Xe, responses: { 200: ge, 400: o, 401: o, 403: o, 404: o, 409: o, 413: o, 415: o, 422: o, 429: o, 500: o } },
  deleteRole: { responses: { 204: null, 400: o, 401: o, 403: o, 404: o, 409: o, 429: o, 500: o } },
  listUsers: { query: sr, responses: { 200: Ge, 400: o, 401: o, 403: o, 422: o, 429: o, 500: o } },
  createUser: { body: He, responses: { 200: ce, 400: o, 401: o, 403: o, 409: o, 413: o, 415: o, 422: o, 429: o, 500: o } },
  getUser: { responses: { 200: ce, 400: o, 401: o, 403: o, 404: o, 429: o, 500: o } },
  updateUser: { body: Ke, responses: { 200: ce, 400: o, 401: o, 403: o, 404: o, 413: o, 415: o, 422: o, 429: o, 500: o } },
  deleteUser: { responses: { 204: null, 400: o, 401: o, 403: o, 404: o, 429: o, 500: o } }
};
export {
  or as validateSeed,
  pr as validators
};
