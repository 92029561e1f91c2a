// Made by `npm run generate` from openapi/. Do not edit.
const he = _;
function _(s, { instancePath: i = "", parentData: d, parentDataProperty: c, rootData: m = s, dynamicAnchors: y = {} } = {}) {
  let e = null, t = 0;
  const o = _.evaluated;
  if (o.dynamicProps && (o.props = void 0), o.dynamicItems && (o.items = void 0), s && typeof s == "object" && !Array.isArray(s)) {
    if (s.name !== void 0 && typeof s.name != "string") {
      const r = { instancePath: i + "/name", keyword: "type", params: { type: "string" }, message: "must be string" };
      e === null ? e = [r] : e.push(r), t++;
    }
    if (s.public_key !== void 0 && typeof s.public_key != "string") {
      const r = { instancePath: i + "/public_key", keyword: "type", params: { type: "string" }, message: "must be string" };
      e === null ? e = [r] : e.push(r), t++;
    }
  } else {
    const r = { instancePath: i, keyword: "type", params: { type: "object" }, message: "must be object" };
    e === null ? e = [r] : e.push(r), t++;
  }
  return _.errors = e, t === 0;
}
_.evaluated = { props: { name: !0, public_key: !0 }, dynamicProps: !1, dynamicItems: !1 };
const a = U;
function U(s, { instancePath: i = "", parentData: d, parentDataProperty: c, rootData: m = s, dynamicAnchors: y = {} } = {}) {
  let e = null, t = 0;
  const o = U.evaluated;
  if (o.dynamicProps && (o.props = void 0), o.dynamicItems && (o.items = void 0), s && typeof s == "object" && !Array.isArray(s)) {
    if (s.code === void 0) {
      const r = { instancePath: i, keyword: "required", params: { missingProperty: "code" }, message: "must have required property 'code'" };
      e === null ? e = [r] : e.push(r), t++;
    }
    if (s.message === void 0) {
      const r = { instancePath: i, keyword: "required", params: { missingProperty: "message" }, message: "must have required property 'message'" };
      e === null ? e = [r] : e.push(r), t++;
    }
    if (s.code !== void 0) {
      let r = s.code;
      if (!(typeof r == "number" && !(r % 1) && !isNaN(r))) {
        const n = { instancePath: i + "/code", keyword: "type", params: { type: "integer" }, message: "must be integer" };
        e === null ? e = [n] : e.push(n), t++;
      }
    }
    if (s.message !== void 0 && typeof s.message != "string") {
      const r = { instancePath: i + "/message", keyword: "type", params: { type: "string" }, message: "must be string" };
      e === null ? e = [r] : e.push(r), t++;
    }
    if (s.type !== void 0 && typeof s.type != "string") {
      const r = { instancePath: i + "/type", keyword: "type", params: { type: "string" }, message: "must be string" };
      e === null ? e = [r] : e.push(r), t++;
    }
    if (s.traceId !== void 0 && typeof s.traceId != "string") {
      const r = { instancePath: i + "/traceId", keyword: "type", params: { type: "string" }, message: "must be string" };
      e === null ? e = [r] : e.push(r), t++;
    }
  } else {
    const r = { instancePath: i, keyword: "type", params: { type: "object" }, message: "must be object" };
    e === null ? e = [r] : e.push(r), t++;
  }
  return U.errors = e, t === 0;
}
U.evaluated = { props: { code: !0, message: !0, type: !0, traceId: !0 }, dynamicProps: !1, dynamicItems: !1 };
const je = z;
function z(s, { instancePath: i = "", parentData: d, parentDataProperty: c, rootData: m = s, dynamicAnchors: y = {} } = {}) {
  let e = null, t = 0;
  const o = z.evaluated;
  if (o.dynamicProps && (o.props = void 0), o.dynamicItems && (o.items = void 0), s && typeof s == "object" && !Array.isArray(s)) {
    if (s.name !== void 0 && typeof s.name != "string") {
      const r = { instancePath: i + "/name", keyword: "type", params: { type: "string" }, message: "must be string" };
      e === null ? e = [r] : e.push(r), t++;
    }
  } else {
    const r = { instancePath: i, keyword: "type", params: { type: "object" }, message: "must be object" };
    e === null ? e = [r] : e.push(r), t++;
  }
  return z.errors = e, t === 0;
}
z.evaluated = { props: { name: !0 }, dynamicProps: !1, dynamicItems: !1 };
const Pe = R;
function R(s, { instancePath: i = "", parentData: d, parentDataProperty: c, rootData: m = s, dynamicAnchors: y = {} } = {}) {
  let e = null, t = 0;
  const o = R.evaluated;
  if (o.dynamicProps && (o.props = void 0), o.dynamicItems && (o.items = void 0), !(s && typeof s == "object" && !Array.isArray(s))) {
    const r = { instancePath: i, keyword: "type", params: { type: "object" }, message: "must be object" };
    e === null ? e = [r] : e.push(r), t++;
  }
  return R.errors = e, t === 0;
}
R.evaluated = { props: !0, dynamicProps: !1, dynamicItems: !1 };
const _e = N, Ne = { type: "object", required: ["name"], additionalProperties: !0, properties: { name: { type: "string", minLength: 1 }, discoverable: { type: "boolean" }, allowJoin: { type: "boolean" }, distinct: { type: "boolean" }, defaultMembershipRole: { type: "string" }, roleOverrides: { type: ["object", "array"], additionalProperties: !0, items: {} } }, $id: "ChannelTypeCreate" }, g = function(i) {
  const d = i.length;
  let c = 0, m = 0, y;
  for (; m < d; )
    c++, y = i.charCodeAt(m++), y >= 55296 && y <= 56319 && m < d && (y = i.charCodeAt(m), (y & 64512) === 56320 && m++);
  return c;
};
function N(s, { instancePath: i = "", parentData: d, parentDataProperty: c, rootData: m = s, dynamicAnchors: y = {} } = {}) {
  let e = null, t = 0;
  const o = N.evaluated;
  if (o.dynamicProps && (o.props = void 0), o.dynamicItems && (o.items = void 0), s && typeof s == "object" && !Array.isArray(s)) {
    if (s.name === void 0) {
      const r = { instancePath: i, keyword: "required", params: { missingProperty: "name" }, message: "must have required property 'name'" };
      e === null ? e = [r] : e.push(r), t++;
    }
    if (s.name !== void 0) {
      let r = s.name;
      if (typeof r == "string") {
        if (g(r) < 1) {
          const n = { instancePath: i + "/name", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
          e === null ? e = [n] : e.push(n), t++;
        }
      } else {
        const n = { instancePath: i + "/name", keyword: "type", params: { type: "string" }, message: "must be string" };
        e === null ? e = [n] : e.push(n), t++;
      }
    }
    if (s.discoverable !== void 0 && typeof s.discoverable != "boolean") {
      const r = { instancePath: i + "/discoverable", keyword: "type", params: { type: "boolean" }, message: "must be boolean" };
      e === null ? e = [r] : e.push(r), t++;
    }
    if (s.allowJoin !== void 0 && typeof s.allowJoin != "boolean") {
      const r = { instancePath: i + "/allowJoin", keyword: "type", params: { type: "boolean" }, message: "must be boolean" };
      e === null ? e = [r] : e.push(r), t++;
    }
    if (s.distinct !== void 0 && typeof s.distinct != "boolean") {
      const r = { instancePath: i + "/distinct", keyword: "type", params: { type: "boolean" }, message: "must be boolean" };
      e === null ? e = [r] : e.push(r), t++;
    }
    if (s.defaultMembershipRole !== void 0 && typeof s.defaultMembershipRole != "string") {
      const r = { instancePath: i + "/defaultMembershipRole", keyword: "type", params: { type: "string" }, message: "must be string" };
      e === null ? e = [r] : e.push(r), t++;
    }
    if (s.roleOverrides !== void 0) {
      let r = s.roleOverrides;
      if (!r || typeof r != "object") {
        const n = { instancePath: i + "/roleOverrides", keyword: "type", params: { type: Ne.properties.roleOverrides.type }, message: "must be object,array" };
        e === null ? e = [n] : e.push(n), t++;
      }
    }
  } else {
    const r = { instancePath: i, keyword: "type", params: { type: "object" }, message: "must be object" };
    e === null ? e = [r] : e.push(r), t++;
  }
  return N.errors = e, t === 0;
}
N.evaluated = { props: !0, dynamicProps: !1, dynamicItems: !1 };
const De = Z;
function Z(s, { instancePath: i = "", parentData: d, parentDataProperty: c, rootData: m = s, dynamicAnchors: y = {} } = {}) {
  let e = null, t = 0;
  const o = Z.evaluated;
  if (o.dynamicProps && (o.props = void 0), o.dynamicItems && (o.items = void 0), s && typeof s == "object" && !Array.isArray(s)) {
    if (s.name !== void 0 && typeof s.name != "string") {
      const r = { instancePath: i + "/name", keyword: "type", params: { type: "string" }, message: "must be string" };
      e === null ? e = [r] : e.push(r), t++;
    }
  } else {
    const r = { instancePath: i, keyword: "type", params: { type: "object" }, message: "must be object" };
    e === null ? e = [r] : e.push(r), t++;
  }
  return Z.errors = e, t === 0;
}
Z.evaluated = { props: !0, dynamicProps: !1, dynamicItems: !1 };
const M = { type: "object", required: ["next"], properties: { current: { type: ["string", "null"] }, previews: { type: ["string", "null"] }, next: { type: ["string", "null"] }, first: { type: ["string", "null"] }, last: { type: ["string", "null"] } }, $id: "Links" };
function k(s, { instancePath: i = "", parentData: d, parentDataProperty: c, rootData: m = s, dynamicAnchors: y = {} } = {}) {
  let e = null, t = 0;
  const o = k.evaluated;
  if (o.dynamicProps && (o.props = void 0), o.dynamicItems && (o.items = void 0), s && typeof s == "object" && !Array.isArray(s)) {
    if (s.next === void 0) {
      const r = { instancePath: i, keyword: "required", params: { missingProperty: "next" }, message: "must have required property 'next'" };
      e === null ? e = [r] : e.push(r), t++;
    }
    if (s.current !== void 0) {
      let r = s.current;
      if (typeof r != "string" && r !== null) {
        const n = { instancePath: i + "/current", keyword: "type", params: { type: M.properties.current.type }, message: "must be string,null" };
        e === null ? e = [n] : e.push(n), t++;
      }
    }
    if (s.previews !== void 0) {
      let r = s.previews;
      if (typeof r != "string" && r !== null) {
        const n = { instancePath: i + "/previews", keyword: "type", params: { type: M.properties.previews.type }, message: "must be string,null" };
        e === null ? e = [n] : e.push(n), t++;
      }
    }
    if (s.next !== void 0) {
      let r = s.next;
      if (typeof r != "string" && r !== null) {
        const n = { instancePath: i + "/next", keyword: "type", params: { type: M.properties.next.type }, message: "must be string,null" };
        e === null ? e = [n] : e.push(n), t++;
      }
    }
    if (s.first !== void 0) {
      let r = s.first;
      if (typeof r != "string" && r !== null) {
        const n = { instancePath: i + "/first", keyword: "type", params: { type: M.properties.first.type }, message: "must be string,null" };
        e === null ? e = [n] : e.push(n), t++;
      }
    }
    if (s.last !== void 0) {
      let r = s.last;
      if (typeof r != "string" && r !== null) {
        const n = { instancePath: i + "/last", keyword: "type", params: { type: M.properties.last.type }, message: "must be string,null" };
        e === null ? e = [n] : e.push(n), t++;
      }
    }
  } else {
    const r = { instancePath: i, keyword: "type", params: { type: "object" }, message: "must be object" };
    e === null ? e = [r] : e.push(r), t++;
  }
  return k.errors = e, t === 0;
}
k.evaluated = { props: { current: !0, previews: !0, next: !0, first: !0, last: !0 }, dynamicProps: !1, dynamicItems: !1 };
const fe = A;
function A(s, { instancePath: i = "", parentData: d, parentDataProperty: c, rootData: m = s, dynamicAnchors: y = {} } = {}) {
  let e = null, t = 0;
  const o = A.evaluated;
  if (o.dynamicProps && (o.props = void 0), o.dynamicItems && (o.items = void 0), s && typeof s == "object" && !Array.isArray(s)) {
    if (s.username === void 0) {
      const r = { instancePath: i, keyword: "required", params: { missingProperty: "username" }, message: "must have required property 'username'" };
      e === null ? e = [r] : e.push(r), t++;
    }
    if (s.username !== void 0) {
      let r = s.username;
      if (typeof r == "string") {
        if (g(r) < 1) {
          const n = { instancePath: i + "/username", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
          e === null ? e = [n] : e.push(n), t++;
        }
      } else {
        const n = { instancePath: i + "/username", keyword: "type", params: { type: "string" }, message: "must be string" };
        e === null ? e = [n] : e.push(n), t++;
      }
    }
    if (s.first_name !== void 0 && typeof s.first_name != "string") {
      const r = { instancePath: i + "/first_name", keyword: "type", params: { type: "string" }, message: "must be string" };
      e === null ? e = [r] : e.push(r), t++;
    }
    if (s.last_name !== void 0 && typeof s.last_name != "string") {
      const r = { instancePath: i + "/last_name", keyword: "type", params: { type: "string" }, message: "must be string" };
      e === null ? e = [r] : e.push(r), t++;
    }
    if (s.avatar !== void 0 && typeof s.avatar != "string") {
      const r = { instancePath: i + "/avatar", keyword: "type", params: { type: "string" }, message: "must be string" };
      e === null ? e = [r] : e.push(r), t++;
    }
    if (s.created_at !== void 0 && typeof s.created_at != "string") {
      const r = { instancePath: i + "/created_at", keyword: "type", params: { type: "string" }, message: "must be string" };
      e === null ? e = [r] : e.push(r), t++;
    }
    if (s.updated_at !== void 0 && typeof s.updated_at != "string") {
      const r = { instancePath: i + "/updated_at", keyword: "type", params: { type: "string" }, message: "must be string" };
      e === null ? e = [r] : e.push(r), t++;
    }
    if (s.last_login_at !== void 0 && typeof s.last_login_at != "string") {
      const r = { instancePath: i + "/last_login_at", keyword: "type", params: { type: "string" }, message: "must be string" };
      e === null ? e = [r] : e.push(r), t++;
    }
    if (s.presence_status !== void 0) {
      let r = s.presence_status;
      if (!(typeof r == "number" && !(r % 1) && !isNaN(r))) {
        const n = { instancePath: i + "/presence_status", keyword: "type", params: { type: "integer" }, message: "must be integer" };
        e === null ? e = [n] : e.push(n), t++;
      }
    }
  } else {
    const r = { instancePath: i, keyword: "type", params: { type: "object" }, message: "must be object" };
    e === null ? e = [r] : e.push(r), t++;
  }
  return A.errors = e, t === 0;
}
A.evaluated = { props: { username: !0, first_name: !0, last_name: !0, avatar: !0, created_at: !0, updated_at: !0, last_login_at: !0, presence_status: !0 }, dynamicProps: !1, dynamicItems: !1 };
function L(s, { instancePath: i = "", parentData: d, parentDataProperty: c, rootData: m = s, dynamicAnchors: y = {} } = {}) {
  let e = null, t = 0;
  const o = L.evaluated;
  if (o.dynamicProps && (o.props = void 0), o.dynamicItems && (o.items = void 0), s && typeof s == "object" && !Array.isArray(s)) {
    if (s.id === void 0) {
      const r = { instancePath: i, keyword: "required", params: { missingProperty: "id" }, message: "must have required property 'id'" };
      e === null ? e = [r] : e.push(r), t++;
    }
    if (s.from === void 0) {
      const r = { instancePath: i, keyword: "required", params: { missingProperty: "from" }, message: "must have required property 'from'" };
      e === null ? e = [r] : e.push(r), t++;
    }
    if (s.body === void 0) {
      const r = { instancePath: i, keyword: "required", params: { missingProperty: "body" }, message: "must have required property 'body'" };
      e === null ? e = [r] : e.push(r), t++;
    }
    if (s.id !== void 0) {
      let r = s.id;
      if (typeof r == "string") {
        if (g(r) < 1) {
          const n = { instancePath: i + "/id", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
          e === null ? e = [n] : e.push(n), t++;
        }
      } else {
        const n = { instancePath: i + "/id", keyword: "type", params: { type: "string" }, message: "must be string" };
        e === null ? e = [n] : e.push(n), t++;
      }
    }
    if (s.from !== void 0) {
      let r = s.from;
      if (typeof r == "string") {
        if (g(r) < 1) {
          const n = { instancePath: i + "/from", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
          e === null ? e = [n] : e.push(n), t++;
        }
      } else {
        const n = { instancePath: i + "/from", keyword: "type", params: { type: "string" }, message: "must be string" };
        e === null ? e = [n] : e.push(n), t++;
      }
    }
    if (s.body !== void 0 && typeof s.body != "string") {
      const r = { instancePath: i + "/body", keyword: "type", params: { type: "string" }, message: "must be string" };
      e === null ? e = [r] : e.push(r), t++;
    }
  } else {
    const r = { instancePath: i, keyword: "type", params: { type: "object" }, message: "must be object" };
    e === null ? e = [r] : e.push(r), t++;
  }
  return L.errors = e, t === 0;
}
L.evaluated = { props: { id: !0, from: !0, body: !0 }, dynamicProps: !1, dynamicItems: !1 };
const C = D, qe = { type: "object", required: ["id"], properties: { id: { type: "string", minLength: 1 }, uri: { type: "string" }, subject: { type: "string" }, label: { type: "string" }, metadata: { type: "string" }, avatar: { type: "string" }, created_at: { type: "string" }, type: { type: ["integer", "string"], "x-enum-varnames": { none: 0, private: 1, public: 2, direct: 3 } }, members_count: { type: "integer" }, owner: { $ref: "User" }, last_message: { oneOf: [{ $ref: "LastMessage" }, { type: "null" }] } }, $id: "Channel" };
function D(s, { instancePath: i = "", parentData: d, parentDataProperty: c, rootData: m = s, dynamicAnchors: y = {} } = {}) {
  let e = null, t = 0;
  const o = D.evaluated;
  if (o.dynamicProps && (o.props = void 0), o.dynamicItems && (o.items = void 0), s && typeof s == "object" && !Array.isArray(s)) {
    if (s.id === void 0) {
      const p = { instancePath: i, keyword: "required", params: { missingProperty: "id" }, message: "must have required property 'id'" };
      e === null ? e = [p] : e.push(p), t++;
    }
    if (s.id !== void 0) {
      let p = s.id;
      if (typeof p == "string") {
        if (g(p) < 1) {
          const u = { instancePath: i + "/id", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
          e === null ? e = [u] : e.push(u), t++;
        }
      } else {
        const u = { instancePath: i + "/id", keyword: "type", params: { type: "string" }, message: "must be string" };
        e === null ? e = [u] : e.push(u), t++;
      }
    }
    if (s.uri !== void 0 && typeof s.uri != "string") {
      const p = { instancePath: i + "/uri", keyword: "type", params: { type: "string" }, message: "must be string" };
      e === null ? e = [p] : e.push(p), t++;
    }
    if (s.subject !== void 0 && typeof s.subject != "string") {
      const p = { instancePath: i + "/subject", keyword: "type", params: { type: "string" }, message: "must be string" };
      e === null ? e = [p] : e.push(p), t++;
    }
    if (s.label !== void 0 && typeof s.label != "string") {
      const p = { instancePath: i + "/label", keyword: "type", params: { type: "string" }, message: "must be string" };
      e === null ? e = [p] : e.push(p), t++;
    }
    if (s.metadata !== void 0 && typeof s.metadata != "string") {
      const p = { instancePath: i + "/metadata", keyword: "type", params: { type: "string" }, message: "must be string" };
      e === null ? e = [p] : e.push(p), t++;
    }
    if (s.avatar !== void 0 && typeof s.avatar != "string") {
      const p = { instancePath: i + "/avatar", keyword: "type", params: { type: "string" }, message: "must be string" };
      e === null ? e = [p] : e.push(p), t++;
    }
    if (s.created_at !== void 0 && typeof s.created_at != "string") {
      const p = { instancePath: i + "/created_at", keyword: "type", params: { type: "string" }, message: "must be string" };
      e === null ? e = [p] : e.push(p), t++;
    }
    if (s.type !== void 0) {
      let p = s.type;
      if (!(typeof p == "number" && !(p % 1) && !isNaN(p)) && typeof p != "string") {
        const u = { instancePath: i + "/type", keyword: "type", params: { type: qe.properties.type.type }, message: "must be integer,string" };
        e === null ? e = [u] : e.push(u), t++;
      }
    }
    if (s.members_count !== void 0) {
      let p = s.members_count;
      if (!(typeof p == "number" && !(p % 1) && !isNaN(p))) {
        const u = { instancePath: i + "/members_count", keyword: "type", params: { type: "integer" }, message: "must be integer" };
        e === null ? e = [u] : e.push(u), t++;
      }
    }
    if (s.owner !== void 0 && (A(s.owner, { instancePath: i + "/owner", parentData: s, parentDataProperty: "owner", rootData: m, dynamicAnchors: y }) || (e = e === null ? A.errors : e.concat(A.errors), t = e.length)), s.last_message !== void 0) {
      let p = s.last_message;
      const u = t;
      let l = !1, f = null;
      const b = t;
      L(p, { instancePath: i + "/last_message", parentData: s, parentDataProperty: "last_message", rootData: m, dynamicAnchors: y }) || (e = e === null ? L.errors : e.concat(L.errors), t = e.length);
      var n = b === t;
      if (n) {
        l = !0, f = 0;
        var r = {};
        r.id = !0, r.from = !0, r.body = !0;
      }
      const w = t;
      if (p !== null) {
        const h = { instancePath: i + "/last_message", keyword: "type", params: { type: "null" }, message: "must be null" };
        e === null ? e = [h] : e.push(h), t++;
      }
      var n = w === t;
      if (n && l ? (l = !1, f = [f, 1]) : n && (l = !0, f = 1), l)
        t = u, e !== null && (u ? e.length = u : e = null);
      else {
        const h = { instancePath: i + "/last_message", keyword: "oneOf", params: { passingSchemas: f }, message: "must match exactly one schema in oneOf" };
        e === null ? e = [h] : e.push(h), t++;
      }
    }
  } else {
    const p = { instancePath: i, keyword: "type", params: { type: "object" }, message: "must be object" };
    e === null ? e = [p] : e.push(p), t++;
  }
  return D.errors = e, t === 0;
}
D.evaluated = { props: { id: !0, uri: !0, subject: !0, label: !0, metadata: !0, avatar: !0, created_at: !0, type: !0, members_count: !0, owner: !0, last_message: !0 }, dynamicProps: !1, dynamicItems: !1 };
const Ie = S;
function S(s, { instancePath: i = "", parentData: d, parentDataProperty: c, rootData: m = s, dynamicAnchors: y = {} } = {}) {
  let e = null, t = 0;
  const o = S.evaluated;
  if (o.dynamicProps && (o.props = void 0), o.dynamicItems && (o.items = void 0), s && typeof s == "object" && !Array.isArray(s)) {
    if (s.count === void 0) {
      const r = { instancePath: i, keyword: "required", params: { missingProperty: "count" }, message: "must have required property 'count'" };
      e === null ? e = [r] : e.push(r), t++;
    }
    if (s.total_count === void 0) {
      const r = { instancePath: i, keyword: "required", params: { missingProperty: "total_count" }, message: "must have required property 'total_count'" };
      e === null ? e = [r] : e.push(r), t++;
    }
    if (s.links === void 0) {
      const r = { instancePath: i, keyword: "required", params: { missingProperty: "links" }, message: "must have required property 'links'" };
      e === null ? e = [r] : e.push(r), t++;
    }
    if (s.items === void 0) {
      const r = { instancePath: i, keyword: "required", params: { missingProperty: "items" }, message: "must have required property 'items'" };
      e === null ? e = [r] : e.push(r), t++;
    }
    if (s.count !== void 0) {
      let r = s.count;
      if (!(typeof r == "number" && !(r % 1) && !isNaN(r))) {
        const n = { instancePath: i + "/count", keyword: "type", params: { type: "integer" }, message: "must be integer" };
        e === null ? e = [n] : e.push(n), t++;
      }
    }
    if (s.total_count !== void 0) {
      let r = s.total_count;
      if (!(typeof r == "number" && !(r % 1) && !isNaN(r))) {
        const n = { instancePath: i + "/total_count", keyword: "type", params: { type: "integer" }, message: "must be integer" };
        e === null ? e = [n] : e.push(n), t++;
      }
    }
    if (s.links !== void 0 && (k(s.links, { instancePath: i + "/links", parentData: s, parentDataProperty: "links", rootData: m, dynamicAnchors: y }) || (e = e === null ? k.errors : e.concat(k.errors), t = e.length)), s.items !== void 0) {
      let r = s.items;
      if (Array.isArray(r)) {
        const n = r.length;
        for (let p = 0; p < n; p++)
          D(r[p], { instancePath: i + "/items/" + p, parentData: r, parentDataProperty: p, rootData: m, dynamicAnchors: y }) || (e = e === null ? D.errors : e.concat(D.errors), t = e.length);
      } else {
        const n = { instancePath: i + "/items", keyword: "type", params: { type: "array" }, message: "must be array" };
        e === null ? e = [n] : e.push(n), t++;
      }
    }
  } else {
    const r = { instancePath: i, keyword: "type", params: { type: "object" }, message: "must be object" };
    e === null ? e = [r] : e.push(r), t++;
  }
  return S.errors = e, t === 0;
}
S.evaluated = { props: { count: !0, total_count: !0, links: !0, items: !0 }, dynamicProps: !1, dynamicItems: !1 };
const Te = Q, $e = { type: "object", properties: { subject: { type: "string" }, uri: { type: "string", minLength: 1, maxLength: 128, pattern: "^[A-Za-z0-9_-]+$" }, label: { type: "string" }, metadata: { type: "string" }, avatar: { type: "string" }, owner: { type: "string", minLength: 1 }, type: { type: ["integer", "string"], minLength: 1 }, options: { writeOnly: !0, type: "object", additionalProperties: !0 } }, $id: "ChannelUpdate" }, ge = new RegExp("^[A-Za-z0-9_-]+$", "u");
function Q(s, { instancePath: i = "", parentData: d, parentDataProperty: c, rootData: m = s, dynamicAnchors: y = {} } = {}) {
  let e = null, t = 0;
  const o = Q.evaluated;
  if (o.dynamicProps && (o.props = void 0), o.dynamicItems && (o.items = void 0), s && typeof s == "object" && !Array.isArray(s)) {
    if (s.subject !== void 0 && typeof s.subject != "string") {
      const r = { instancePath: i + "/subject", keyword: "type", params: { type: "string" }, message: "must be string" };
      e === null ? e = [r] : e.push(r), t++;
    }
    if (s.uri !== void 0) {
      let r = s.uri;
      if (typeof r == "string") {
        if (g(r) > 128) {
          const n = { instancePath: i + "/uri", keyword: "maxLength", params: { limit: 128 }, message: "must NOT have more than 128 characters" };
          e === null ? e = [n] : e.push(n), t++;
        }
        if (g(r) < 1) {
          const n = { instancePath: i + "/uri", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
          e === null ? e = [n] : e.push(n), t++;
        }
        if (!ge.test(r)) {
          const n = { instancePath: i + "/uri", keyword: "pattern", params: { pattern: "^[A-Za-z0-9_-]+$" }, message: 'must match pattern "^[A-Za-z0-9_-]+$"' };
          e === null ? e = [n] : e.push(n), t++;
        }
      } else {
        const n = { instancePath: i + "/uri", keyword: "type", params: { type: "string" }, message: "must be string" };
        e === null ? e = [n] : e.push(n), t++;
      }
    }
    if (s.label !== void 0 && typeof s.label != "string") {
      const r = { instancePath: i + "/label", keyword: "type", params: { type: "string" }, message: "must be string" };
      e === null ? e = [r] : e.push(r), t++;
    }
    if (s.metadata !== void 0 && typeof s.metadata != "string") {
      const r = { instancePath: i + "/metadata", keyword: "type", params: { type: "string" }, message: "must be string" };
      e === null ? e = [r] : e.push(r), t++;
    }
    if (s.avatar !== void 0 && typeof s.avatar != "string") {
      const r = { instancePath: i + "/avatar", keyword: "type", params: { type: "string" }, message: "must be string" };
      e === null ? e = [r] : e.push(r), t++;
    }
    if (s.owner !== void 0) {
      let r = s.owner;
      if (typeof r == "string") {
        if (g(r) < 1) {
          const n = { instancePath: i + "/owner", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
          e === null ? e = [n] : e.push(n), t++;
        }
      } else {
        const n = { instancePath: i + "/owner", keyword: "type", params: { type: "string" }, message: "must be string" };
        e === null ? e = [n] : e.push(n), t++;
      }
    }
    if (s.type !== void 0) {
      let r = s.type;
      if (!(typeof r == "number" && !(r % 1) && !isNaN(r)) && typeof r != "string") {
        const n = { instancePath: i + "/type", keyword: "type", params: { type: $e.properties.type.type }, message: "must be integer,string" };
        e === null ? e = [n] : e.push(n), t++;
      }
      if (typeof r == "string" && g(r) < 1) {
        const n = { instancePath: i + "/type", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
        e === null ? e = [n] : e.push(n), t++;
      }
    }
    if (s.options !== void 0) {
      let r = s.options;
      if (!(r && typeof r == "object" && !Array.isArray(r))) {
        const n = { instancePath: i + "/options", keyword: "type", params: { type: "object" }, message: "must be object" };
        e === null ? e = [n] : e.push(n), t++;
      }
    }
  } else {
    const r = { instancePath: i, keyword: "type", params: { type: "object" }, message: "must be object" };
    e === null ? e = [r] : e.push(r), t++;
  }
  return Q.errors = e, t === 0;
}
Q.evaluated = { props: { subject: !0, uri: !0, label: !0, metadata: !0, avatar: !0, owner: !0, type: !0, options: !0 }, dynamicProps: !1, dynamicItems: !1 };
function P(s, { instancePath: i = "", parentData: d, parentDataProperty: c, rootData: m = s, dynamicAnchors: y = {} } = {}) {
  let e = null, t = 0;
  const o = P.evaluated;
  if (o.dynamicProps && (o.props = void 0), o.dynamicItems && (o.items = void 0), s && typeof s == "object" && !Array.isArray(s)) {
    if (s.username === void 0) {
      const r = { instancePath: i, keyword: "required", params: { missingProperty: "username" }, message: "must have required property 'username'" };
      e === null ? e = [r] : e.push(r), t++;
    }
    if (s.username !== void 0) {
      let r = s.username;
      if (typeof r == "string") {
        if (g(r) < 1) {
          const n = { instancePath: i + "/username", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
          e === null ? e = [n] : e.push(n), t++;
        }
      } else {
        const n = { instancePath: i + "/username", keyword: "type", params: { type: "string" }, message: "must be string" };
        e === null ? e = [n] : e.push(n), t++;
      }
    }
    if (s.first_name !== void 0 && typeof s.first_name != "string") {
      const r = { instancePath: i + "/first_name", keyword: "type", params: { type: "string" }, message: "must be string" };
      e === null ? e = [r] : e.push(r), t++;
    }
    if (s.last_name !== void 0 && typeof s.last_name != "string") {
      const r = { instancePath: i + "/last_name", keyword: "type", params: { type: "string" }, message: "must be string" };
      e === null ? e = [r] : e.push(r), t++;
    }
    if (s.avatar !== void 0 && typeof s.avatar != "string") {
      const r = { instancePath: i + "/avatar", keyword: "type", params: { type: "string" }, message: "must be string" };
      e === null ? e = [r] : e.push(r), t++;
    }
    if (s.created_at !== void 0 && typeof s.created_at != "string") {
      const r = { instancePath: i + "/created_at", keyword: "type", params: { type: "string" }, message: "must be string" };
      e === null ? e = [r] : e.push(r), t++;
    }
    if (s.updated_at !== void 0 && typeof s.updated_at != "string") {
      const r = { instancePath: i + "/updated_at", keyword: "type", params: { type: "string" }, message: "must be string" };
      e === null ? e = [r] : e.push(r), t++;
    }
    if (s.status !== void 0) {
      let r = s.status;
      if (!(typeof r == "number" && !(r % 1) && !isNaN(r))) {
        const n = { instancePath: i + "/status", keyword: "type", params: { type: "integer" }, message: "must be integer" };
        e === null ? e = [n] : e.push(n), t++;
      }
    }
    if (s.role !== void 0 && typeof s.role != "string") {
      const r = { instancePath: i + "/role", keyword: "type", params: { type: "string" }, message: "must be string" };
      e === null ? e = [r] : e.push(r), t++;
    }
  } else {
    const r = { instancePath: i, keyword: "type", params: { type: "object" }, message: "must be object" };
    e === null ? e = [r] : e.push(r), t++;
  }
  return P.errors = e, t === 0;
}
P.evaluated = { props: { username: !0, first_name: !0, last_name: !0, avatar: !0, created_at: !0, updated_at: !0, status: !0, role: !0 }, dynamicProps: !1, dynamicItems: !1 };
const be = F;
function F(s, { instancePath: i = "", parentData: d, parentDataProperty: c, rootData: m = s, dynamicAnchors: y = {} } = {}) {
  let e = null, t = 0;
  const o = F.evaluated;
  if (o.dynamicProps && (o.props = void 0), o.dynamicItems && (o.items = void 0), s && typeof s == "object" && !Array.isArray(s)) {
    if (s.count === void 0) {
      const r = { instancePath: i, keyword: "required", params: { missingProperty: "count" }, message: "must have required property 'count'" };
      e === null ? e = [r] : e.push(r), t++;
    }
    if (s.total_count === void 0) {
      const r = { instancePath: i, keyword: "required", params: { missingProperty: "total_count" }, message: "must have required property 'total_count'" };
      e === null ? e = [r] : e.push(r), t++;
    }
    if (s.links === void 0) {
      const r = { instancePath: i, keyword: "required", params: { missingProperty: "links" }, message: "must have required property 'links'" };
      e === null ? e = [r] : e.push(r), t++;
    }
    if (s.users === void 0) {
      const r = { instancePath: i, keyword: "required", params: { missingProperty: "users" }, message: "must have required property 'users'" };
      e === null ? e = [r] : e.push(r), t++;
    }
    if (s.count !== void 0) {
      let r = s.count;
      if (!(typeof r == "number" && !(r % 1) && !isNaN(r))) {
        const n = { instancePath: i + "/count", keyword: "type", params: { type: "integer" }, message: "must be integer" };
        e === null ? e = [n] : e.push(n), t++;
      }
    }
    if (s.total_count !== void 0) {
      let r = s.total_count;
      if (!(typeof r == "number" && !(r % 1) && !isNaN(r))) {
        const n = { instancePath: i + "/total_count", keyword: "type", params: { type: "integer" }, message: "must be integer" };
        e === null ? e = [n] : e.push(n), t++;
      }
    }
    if (s.links !== void 0 && (k(s.links, { instancePath: i + "/links", parentData: s, parentDataProperty: "links", rootData: m, dynamicAnchors: y }) || (e = e === null ? k.errors : e.concat(k.errors), t = e.length)), s.users !== void 0) {
      let r = s.users;
      if (Array.isArray(r)) {
        const n = r.length;
        for (let p = 0; p < n; p++)
          P(r[p], { instancePath: i + "/users/" + p, parentData: r, parentDataProperty: p, rootData: m, dynamicAnchors: y }) || (e = e === null ? P.errors : e.concat(P.errors), t = e.length);
      } else {
        const n = { instancePath: i + "/users", keyword: "type", params: { type: "array" }, message: "must be array" };
        e === null ? e = [n] : e.push(n), t++;
      }
    }
  } else {
    const r = { instancePath: i, keyword: "type", params: { type: "object" }, message: "must be object" };
    e === null ? e = [r] : e.push(r), t++;
  }
  return F.errors = e, t === 0;
}
F.evaluated = { props: { count: !0, total_count: !0, links: !0, users: !0 }, dynamicProps: !1, dynamicItems: !1 };
const Le = { type: "object", properties: { name: { type: "string" }, type: { type: "string" }, meta: { type: "string" }, url: { type: "string" }, size: { type: ["integer", "string"], minimum: 0 } }, $id: "Attachment" };
function x(s, { instancePath: i = "", parentData: d, parentDataProperty: c, rootData: m = s, dynamicAnchors: y = {} } = {}) {
  let e = null, t = 0;
  const o = x.evaluated;
  if (o.dynamicProps && (o.props = void 0), o.dynamicItems && (o.items = void 0), s && typeof s == "object" && !Array.isArray(s)) {
    if (s.name !== void 0 && typeof s.name != "string") {
      const r = { instancePath: i + "/name", keyword: "type", params: { type: "string" }, message: "must be string" };
      e === null ? e = [r] : e.push(r), t++;
    }
    if (s.type !== void 0 && typeof s.type != "string") {
      const r = { instancePath: i + "/type", keyword: "type", params: { type: "string" }, message: "must be string" };
      e === null ? e = [r] : e.push(r), t++;
    }
    if (s.meta !== void 0 && typeof s.meta != "string") {
      const r = { instancePath: i + "/meta", keyword: "type", params: { type: "string" }, message: "must be string" };
      e === null ? e = [r] : e.push(r), t++;
    }
    if (s.url !== void 0 && typeof s.url != "string") {
      const r = { instancePath: i + "/url", keyword: "type", params: { type: "string" }, message: "must be string" };
      e === null ? e = [r] : e.push(r), t++;
    }
    if (s.size !== void 0) {
      let r = s.size;
      if (!(typeof r == "number" && !(r % 1) && !isNaN(r)) && typeof r != "string") {
        const n = { instancePath: i + "/size", keyword: "type", params: { type: Le.properties.size.type }, message: "must be integer,string" };
        e === null ? e = [n] : e.push(n), t++;
      }
      if (typeof r == "number" && (r < 0 || isNaN(r))) {
        const n = { instancePath: i + "/size", keyword: "minimum", params: { comparison: ">=", limit: 0 }, message: "must be >= 0" };
        e === null ? e = [n] : e.push(n), t++;
      }
    }
  } else {
    const r = { instancePath: i, keyword: "type", params: { type: "object" }, message: "must be object" };
    e === null ? e = [r] : e.push(r), t++;
  }
  return x.errors = e, t === 0;
}
x.evaluated = { props: { name: !0, type: !0, meta: !0, url: !0, size: !0 }, dynamicProps: !1, dynamicItems: !1 };
const we = q;
function q(s, { instancePath: i = "", parentData: d, parentDataProperty: c, rootData: m = s, dynamicAnchors: y = {} } = {}) {
  let e = null, t = 0;
  const o = q.evaluated;
  if (o.dynamicProps && (o.props = void 0), o.dynamicItems && (o.items = void 0), s && typeof s == "object" && !Array.isArray(s)) {
    if (s.id === void 0) {
      const r = { instancePath: i, keyword: "required", params: { missingProperty: "id" }, message: "must have required property 'id'" };
      e === null ? e = [r] : e.push(r), t++;
    }
    if (s.from === void 0) {
      const r = { instancePath: i, keyword: "required", params: { missingProperty: "from" }, message: "must have required property 'from'" };
      e === null ? e = [r] : e.push(r), t++;
    }
    if (s.body === void 0) {
      const r = { instancePath: i, keyword: "required", params: { missingProperty: "body" }, message: "must have required property 'body'" };
      e === null ? e = [r] : e.push(r), t++;
    }
    if (s.id !== void 0) {
      let r = s.id;
      if (typeof r == "string") {
        if (g(r) < 1) {
          const n = { instancePath: i + "/id", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
          e === null ? e = [n] : e.push(n), t++;
        }
      } else {
        const n = { instancePath: i + "/id", keyword: "type", params: { type: "string" }, message: "must be string" };
        e === null ? e = [n] : e.push(n), t++;
      }
    }
    if (s.from !== void 0) {
      let r = s.from;
      if (typeof r == "string") {
        if (g(r) < 1) {
          const n = { instancePath: i + "/from", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
          e === null ? e = [n] : e.push(n), t++;
        }
      } else {
        const n = { instancePath: i + "/from", keyword: "type", params: { type: "string" }, message: "must be string" };
        e === null ? e = [n] : e.push(n), t++;
      }
    }
    if (s.body !== void 0 && typeof s.body != "string") {
      const r = { instancePath: i + "/body", keyword: "type", params: { type: "string" }, message: "must be string" };
      e === null ? e = [r] : e.push(r), t++;
    }
    if (s.type !== void 0 && typeof s.type != "string") {
      const r = { instancePath: i + "/type", keyword: "type", params: { type: "string" }, message: "must be string" };
      e === null ? e = [r] : e.push(r), t++;
    }
    if (s.metadata !== void 0 && typeof s.metadata != "string") {
      const r = { instancePath: i + "/metadata", keyword: "type", params: { type: "string" }, message: "must be string" };
      e === null ? e = [r] : e.push(r), t++;
    }
    if (s.attachments !== void 0) {
      let r = s.attachments;
      if (Array.isArray(r)) {
        const n = r.length;
        for (let p = 0; p < n; p++)
          x(r[p], { instancePath: i + "/attachments/" + p, parentData: r, parentDataProperty: p, rootData: m, dynamicAnchors: y }) || (e = e === null ? x.errors : e.concat(x.errors), t = e.length);
      } else {
        const n = { instancePath: i + "/attachments", keyword: "type", params: { type: "array" }, message: "must be array" };
        e === null ? e = [n] : e.push(n), t++;
      }
    }
  } else {
    const r = { instancePath: i, keyword: "type", params: { type: "object" }, message: "must be object" };
    e === null ? e = [r] : e.push(r), t++;
  }
  return q.errors = e, t === 0;
}
q.evaluated = { props: { id: !0, from: !0, body: !0, type: !0, metadata: !0, attachments: !0 }, dynamicProps: !1, dynamicItems: !1 };
const xe = B;
function B(s, { instancePath: i = "", parentData: d, parentDataProperty: c, rootData: m = s, dynamicAnchors: y = {} } = {}) {
  let e = null, t = 0;
  const o = B.evaluated;
  if (o.dynamicProps && (o.props = void 0), o.dynamicItems && (o.items = void 0), s && typeof s == "object" && !Array.isArray(s)) {
    if (s.count === void 0) {
      const r = { instancePath: i, keyword: "required", params: { missingProperty: "count" }, message: "must have required property 'count'" };
      e === null ? e = [r] : e.push(r), t++;
    }
    if (s.links === void 0) {
      const r = { instancePath: i, keyword: "required", params: { missingProperty: "links" }, message: "must have required property 'links'" };
      e === null ? e = [r] : e.push(r), t++;
    }
    if (s.messages === void 0) {
      const r = { instancePath: i, keyword: "required", params: { missingProperty: "messages" }, message: "must have required property 'messages'" };
      e === null ? e = [r] : e.push(r), t++;
    }
    if (s.count !== void 0) {
      let r = s.count;
      if (!(typeof r == "number" && !(r % 1) && !isNaN(r))) {
        const n = { instancePath: i + "/count", keyword: "type", params: { type: "integer" }, message: "must be integer" };
        e === null ? e = [n] : e.push(n), t++;
      }
    }
    if (s.links !== void 0 && (k(s.links, { instancePath: i + "/links", parentData: s, parentDataProperty: "links", rootData: m, dynamicAnchors: y }) || (e = e === null ? k.errors : e.concat(k.errors), t = e.length)), s.messages !== void 0) {
      let r = s.messages;
      if (Array.isArray(r)) {
        const n = r.length;
        for (let p = 0; p < n; p++)
          q(r[p], { instancePath: i + "/messages/" + p, parentData: r, parentDataProperty: p, rootData: m, dynamicAnchors: y }) || (e = e === null ? q.errors : e.concat(q.errors), t = e.length);
      } else {
        const n = { instancePath: i + "/messages", keyword: "type", params: { type: "array" }, message: "must be array" };
        e === null ? e = [n] : e.push(n), t++;
      }
    }
  } else {
    const r = { instancePath: i, keyword: "type", params: { type: "object" }, message: "must be object" };
    e === null ? e = [r] : e.push(r), t++;
  }
  return B.errors = e, t === 0;
}
B.evaluated = { props: { count: !0, links: !0, messages: !0 }, dynamicProps: !1, dynamicItems: !1 };
function O(s, { instancePath: i = "", parentData: d, parentDataProperty: c, rootData: m = s, dynamicAnchors: y = {} } = {}) {
  let e = null, t = 0;
  const o = O.evaluated;
  if (o.dynamicProps && (o.props = void 0), o.dynamicItems && (o.items = void 0), s && typeof s == "object" && !Array.isArray(s)) {
    if (s.url === void 0) {
      const r = { instancePath: i, keyword: "required", params: { missingProperty: "url" }, message: "must have required property 'url'" };
      e === null ? e = [r] : e.push(r), t++;
    }
    if (s.name !== void 0 && typeof s.name != "string") {
      const r = { instancePath: i + "/name", keyword: "type", params: { type: "string" }, message: "must be string" };
      e === null ? e = [r] : e.push(r), t++;
    }
    if (s.type !== void 0 && typeof s.type != "string") {
      const r = { instancePath: i + "/type", keyword: "type", params: { type: "string" }, message: "must be string" };
      e === null ? e = [r] : e.push(r), t++;
    }
    if (s.meta !== void 0 && typeof s.meta != "string") {
      const r = { instancePath: i + "/meta", keyword: "type", params: { type: "string" }, message: "must be string" };
      e === null ? e = [r] : e.push(r), t++;
    }
    if (s.url !== void 0 && typeof s.url != "string") {
      const r = { instancePath: i + "/url", keyword: "type", params: { type: "string" }, message: "must be string" };
      e === null ? e = [r] : e.push(r), t++;
    }
    if (s.size !== void 0) {
      let r = s.size;
      if (!(typeof r == "number" && !(r % 1) && !isNaN(r))) {
        const n = { instancePath: i + "/size", keyword: "type", params: { type: "integer" }, message: "must be integer" };
        e === null ? e = [n] : e.push(n), t++;
      }
      if (typeof r == "number" && (r < 0 || isNaN(r))) {
        const n = { instancePath: i + "/size", keyword: "minimum", params: { comparison: ">=", limit: 0 }, message: "must be >= 0" };
        e === null ? e = [n] : e.push(n), t++;
      }
    }
  } else {
    const r = { instancePath: i, keyword: "type", params: { type: "object" }, message: "must be object" };
    e === null ? e = [r] : e.push(r), t++;
  }
  return O.errors = e, t === 0;
}
O.evaluated = { props: { name: !0, type: !0, meta: !0, url: !0, size: !0 }, dynamicProps: !1, dynamicItems: !1 };
const Oe = I;
function I(s, { instancePath: i = "", parentData: d, parentDataProperty: c, rootData: m = s, dynamicAnchors: y = {} } = {}) {
  let e = null, t = 0;
  const o = I.evaluated;
  if (o.dynamicProps && (o.props = void 0), o.dynamicItems && (o.items = void 0), s && typeof s == "object" && !Array.isArray(s)) {
    if (s.from === void 0) {
      const r = { instancePath: i, keyword: "required", params: { missingProperty: "from" }, message: "must have required property 'from'" };
      e === null ? e = [r] : e.push(r), t++;
    }
    if (s.body === void 0) {
      const r = { instancePath: i, keyword: "required", params: { missingProperty: "body" }, message: "must have required property 'body'" };
      e === null ? e = [r] : e.push(r), t++;
    }
    if (s.from !== void 0) {
      let r = s.from;
      if (typeof r == "string") {
        if (g(r) < 1) {
          const n = { instancePath: i + "/from", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
          e === null ? e = [n] : e.push(n), t++;
        }
      } else {
        const n = { instancePath: i + "/from", keyword: "type", params: { type: "string" }, message: "must be string" };
        e === null ? e = [n] : e.push(n), t++;
      }
    }
    if (s.body !== void 0 && typeof s.body != "string") {
      const r = { instancePath: i + "/body", keyword: "type", params: { type: "string" }, message: "must be string" };
      e === null ? e = [r] : e.push(r), t++;
    }
    if (s.type !== void 0 && typeof s.type != "string") {
      const r = { instancePath: i + "/type", keyword: "type", params: { type: "string" }, message: "must be string" };
      e === null ? e = [r] : e.push(r), t++;
    }
    if (s.metadata !== void 0 && typeof s.metadata != "string") {
      const r = { instancePath: i + "/metadata", keyword: "type", params: { type: "string" }, message: "must be string" };
      e === null ? e = [r] : e.push(r), t++;
    }
    if (s.attachments !== void 0) {
      let r = s.attachments;
      if (Array.isArray(r)) {
        const n = r.length;
        for (let p = 0; p < n; p++)
          O(r[p], { instancePath: i + "/attachments/" + p, parentData: r, parentDataProperty: p, rootData: m, dynamicAnchors: y }) || (e = e === null ? O.errors : e.concat(O.errors), t = e.length);
      } else {
        const n = { instancePath: i + "/attachments", keyword: "type", params: { type: "array" }, message: "must be array" };
        e === null ? e = [n] : e.push(n), t++;
      }
    }
  } else {
    const r = { instancePath: i, keyword: "type", params: { type: "object" }, message: "must be object" };
    e === null ? e = [r] : e.push(r), t++;
  }
  return I.errors = e, t === 0;
}
I.evaluated = { props: { from: !0, body: !0, type: !0, metadata: !0, attachments: !0 }, dynamicProps: !1, dynamicItems: !1 };
const Ee = J;
function J(s, { instancePath: i = "", parentData: d, parentDataProperty: c, rootData: m = s, dynamicAnchors: y = {} } = {}) {
  let e = null, t = 0;
  const o = J.evaluated;
  if (o.dynamicProps && (o.props = void 0), o.dynamicItems && (o.items = void 0), s && typeof s == "object" && !Array.isArray(s)) {
    if (s.from === void 0) {
      const r = { instancePath: i, keyword: "required", params: { missingProperty: "from" }, message: "must have required property 'from'" };
      e === null ? e = [r] : e.push(r), t++;
    }
    if (s.body === void 0) {
      const r = { instancePath: i, keyword: "required", params: { missingProperty: "body" }, message: "must have required property 'body'" };
      e === null ? e = [r] : e.push(r), t++;
    }
    if (s.from !== void 0) {
      let r = s.from;
      if (typeof r == "string") {
        if (g(r) < 1) {
          const n = { instancePath: i + "/from", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
          e === null ? e = [n] : e.push(n), t++;
        }
      } else {
        const n = { instancePath: i + "/from", keyword: "type", params: { type: "string" }, message: "must be string" };
        e === null ? e = [n] : e.push(n), t++;
      }
    }
    if (s.body !== void 0 && typeof s.body != "string") {
      const r = { instancePath: i + "/body", keyword: "type", params: { type: "string" }, message: "must be string" };
      e === null ? e = [r] : e.push(r), t++;
    }
  } else {
    const r = { instancePath: i, keyword: "type", params: { type: "object" }, message: "must be object" };
    e === null ? e = [r] : e.push(r), t++;
  }
  return J.errors = e, t === 0;
}
J.evaluated = { props: { from: !0, body: !0 }, dynamicProps: !1, dynamicItems: !1 };
const ve = X;
function X(s, { instancePath: i = "", parentData: d, parentDataProperty: c, rootData: m = s, dynamicAnchors: y = {} } = {}) {
  let e = null, t = 0;
  const o = X.evaluated;
  if (o.dynamicProps && (o.props = void 0), o.dynamicItems && (o.items = void 0), s && typeof s == "object" && !Array.isArray(s)) {
    if (s.from === void 0) {
      const r = { instancePath: i, keyword: "required", params: { missingProperty: "from" }, message: "must have required property 'from'" };
      e === null ? e = [r] : e.push(r), t++;
    }
    if (s.from !== void 0) {
      let r = s.from;
      if (typeof r == "string") {
        if (g(r) < 1) {
          const n = { instancePath: i + "/from", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
          e === null ? e = [n] : e.push(n), t++;
        }
      } else {
        const n = { instancePath: i + "/from", keyword: "type", params: { type: "string" }, message: "must be string" };
        e === null ? e = [n] : e.push(n), t++;
      }
    }
  } else {
    const r = { instancePath: i, keyword: "type", params: { type: "object" }, message: "must be object" };
    e === null ? e = [r] : e.push(r), t++;
  }
  return X.errors = e, t === 0;
}
X.evaluated = { props: { from: !0 }, dynamicProps: !1, dynamicItems: !1 };
function v(s, { instancePath: i = "", parentData: d, parentDataProperty: c, rootData: m = s, dynamicAnchors: y = {} } = {}) {
  let e = null, t = 0;
  const o = v.evaluated;
  if (o.dynamicProps && (o.props = void 0), o.dynamicItems && (o.items = void 0), s && typeof s == "object" && !Array.isArray(s)) {
    if (s.username === void 0) {
      const r = { instancePath: i, keyword: "required", params: { missingProperty: "username" }, message: "must have required property 'username'" };
      e === null ? e = [r] : e.push(r), t++;
    }
    if (s.username !== void 0) {
      let r = s.username;
      if (typeof r == "string") {
        if (g(r) < 1) {
          const n = { instancePath: i + "/username", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
          e === null ? e = [n] : e.push(n), t++;
        }
      } else {
        const n = { instancePath: i + "/username", keyword: "type", params: { type: "string" }, message: "must be string" };
        e === null ? e = [n] : e.push(n), t++;
      }
    }
    if (s.role !== void 0 && typeof s.role != "string") {
      const r = { instancePath: i + "/role", keyword: "type", params: { type: "string" }, message: "must be string" };
      e === null ? e = [r] : e.push(r), t++;
    }
  } else {
    const r = { instancePath: i, keyword: "type", params: { type: "object" }, message: "must be object" };
    e === null ? e = [r] : e.push(r), t++;
  }
  return v.errors = e, t === 0;
}
v.evaluated = { props: { username: !0, role: !0 }, dynamicProps: !1, dynamicItems: !1 };
const Me = G;
function G(s, { instancePath: i = "", parentData: d, parentDataProperty: c, rootData: m = s, dynamicAnchors: y = {} } = {}) {
  let e = null, t = 0;
  const o = G.evaluated;
  if (o.dynamicProps && (o.props = void 0), o.dynamicItems && (o.items = void 0), s && typeof s == "object" && !Array.isArray(s)) {
    if (s.members === void 0) {
      const r = { instancePath: i, keyword: "required", params: { missingProperty: "members" }, message: "must have required property 'members'" };
      e === null ? e = [r] : e.push(r), t++;
    }
    if (s.members !== void 0) {
      let r = s.members;
      if (Array.isArray(r)) {
        if (r.length < 1) {
          const p = { instancePath: i + "/members", keyword: "minItems", params: { limit: 1 }, message: "must NOT have fewer than 1 items" };
          e === null ? e = [p] : e.push(p), t++;
        }
        const n = r.length;
        for (let p = 0; p < n; p++)
          v(r[p], { instancePath: i + "/members/" + p, parentData: r, parentDataProperty: p, rootData: m, dynamicAnchors: y }) || (e = e === null ? v.errors : e.concat(v.errors), t = e.length);
      } else {
        const n = { instancePath: i + "/members", keyword: "type", params: { type: "array" }, message: "must be array" };
        e === null ? e = [n] : e.push(n), t++;
      }
    }
  } else {
    const r = { instancePath: i, keyword: "type", params: { type: "object" }, message: "must be object" };
    e === null ? e = [r] : e.push(r), t++;
  }
  return G.errors = e, t === 0;
}
G.evaluated = { props: { members: !0 }, dynamicProps: !1, dynamicItems: !1 };
const ke = H;
function H(s, { instancePath: i = "", parentData: d, parentDataProperty: c, rootData: m = s, dynamicAnchors: y = {} } = {}) {
  let e = null, t = 0;
  const o = H.evaluated;
  if (o.dynamicProps && (o.props = void 0), o.dynamicItems && (o.items = void 0), Array.isArray(s)) {
    const r = s.length;
    for (let n = 0; n < r; n++)
      P(s[n], { instancePath: i + "/" + n, parentData: s, parentDataProperty: n, rootData: m, dynamicAnchors: y }) || (e = e === null ? P.errors : e.concat(P.errors), t = e.length);
  } else {
    const r = { instancePath: i, keyword: "type", params: { type: "array" }, message: "must be array" };
    e === null ? e = [r] : e.push(r), t++;
  }
  return H.errors = e, t === 0;
}
H.evaluated = { items: !0, dynamicProps: !1, dynamicItems: !1 };
const Ce = K, Ue = { type: "object", required: ["members"], properties: { members: { writeOnly: !0, type: "array", minItems: 1, items: { type: ["string", "object"], minLength: 1, required: ["username"], properties: { username: { type: "string", minLength: 1 } } } } }, $id: "MembersRemove" };
function K(s, { instancePath: i = "", parentData: d, parentDataProperty: c, rootData: m = s, dynamicAnchors: y = {} } = {}) {
  let e = null, t = 0;
  const o = K.evaluated;
  if (o.dynamicProps && (o.props = void 0), o.dynamicItems && (o.items = void 0), s && typeof s == "object" && !Array.isArray(s)) {
    if (s.members === void 0) {
      const r = { instancePath: i, keyword: "required", params: { missingProperty: "members" }, message: "must have required property 'members'" };
      e === null ? e = [r] : e.push(r), t++;
    }
    if (s.members !== void 0) {
      let r = s.members;
      if (Array.isArray(r)) {
        if (r.length < 1) {
          const p = { instancePath: i + "/members", keyword: "minItems", params: { limit: 1 }, message: "must NOT have fewer than 1 items" };
          e === null ? e = [p] : e.push(p), t++;
        }
        const n = r.length;
        for (let p = 0; p < n; p++) {
          let u = r[p];
          if (typeof u != "string" && !(u && typeof u == "object" && !Array.isArray(u))) {
            const l = { instancePath: i + "/members/" + p, keyword: "type", params: { type: Ue.properties.members.items.type }, message: "must be string,object" };
            e === null ? e = [l] : e.push(l), t++;
          }
          if (typeof u == "string" && g(u) < 1) {
            const l = { instancePath: i + "/members/" + p, keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
            e === null ? e = [l] : e.push(l), t++;
          }
          if (u && typeof u == "object" && !Array.isArray(u)) {
            if (u.username === void 0) {
              const l = { instancePath: i + "/members/" + p, keyword: "required", params: { missingProperty: "username" }, message: "must have required property 'username'" };
              e === null ? e = [l] : e.push(l), t++;
            }
            if (u.username !== void 0) {
              let l = u.username;
              if (typeof l == "string") {
                if (g(l) < 1) {
                  const f = { instancePath: i + "/members/" + p + "/username", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
                  e === null ? e = [f] : e.push(f), t++;
                }
              } else {
                const f = { instancePath: i + "/members/" + p + "/username", keyword: "type", params: { type: "string" }, message: "must be string" };
                e === null ? e = [f] : e.push(f), t++;
              }
            }
          }
        }
      } else {
        const n = { instancePath: i + "/members", keyword: "type", params: { type: "array" }, message: "must be array" };
        e === null ? e = [n] : e.push(n), t++;
      }
    }
  } else {
    const r = { instancePath: i, keyword: "type", params: { type: "object" }, message: "must be object" };
    e === null ? e = [r] : e.push(r), t++;
  }
  return K.errors = e, t === 0;
}
K.evaluated = { props: { members: !0 }, dynamicProps: !1, dynamicItems: !1 };
const ze = V;
function V(s, { instancePath: i = "", parentData: d, parentDataProperty: c, rootData: m = s, dynamicAnchors: y = {} } = {}) {
  let e = null, t = 0;
  const o = V.evaluated;
  if (o.dynamicProps && (o.props = void 0), o.dynamicItems && (o.items = void 0), s && typeof s == "object" && !Array.isArray(s)) {
    if (s.members === void 0) {
      const r = { instancePath: i, keyword: "required", params: { missingProperty: "members" }, message: "must have required property 'members'" };
      e === null ? e = [r] : e.push(r), t++;
    }
    if (s.label !== void 0 && typeof s.label != "string") {
      const r = { instancePath: i + "/label", keyword: "type", params: { type: "string" }, message: "must be string" };
      e === null ? e = [r] : e.push(r), t++;
    }
    if (s.metadata !== void 0 && typeof s.metadata != "string") {
      const r = { instancePath: i + "/metadata", keyword: "type", params: { type: "string" }, message: "must be string" };
      e === null ? e = [r] : e.push(r), t++;
    }
    if (s.members !== void 0) {
      let r = s.members;
      if (Array.isArray(r)) {
        if (r.length > 2) {
          const p = { instancePath: i + "/members", keyword: "maxItems", params: { limit: 2 }, message: "must NOT have more than 2 items" };
          e === null ? e = [p] : e.push(p), t++;
        }
        if (r.length < 2) {
          const p = { instancePath: i + "/members", keyword: "minItems", params: { limit: 2 }, message: "must NOT have fewer than 2 items" };
          e === null ? e = [p] : e.push(p), t++;
        }
        const n = r.length;
        for (let p = 0; p < n; p++)
          v(r[p], { instancePath: i + "/members/" + p, parentData: r, parentDataProperty: p, rootData: m, dynamicAnchors: y }) || (e = e === null ? v.errors : e.concat(v.errors), t = e.length);
      } else {
        const n = { instancePath: i + "/members", keyword: "type", params: { type: "array" }, message: "must be array" };
        e === null ? e = [n] : e.push(n), t++;
      }
    }
  } else {
    const r = { instancePath: i, keyword: "type", params: { type: "object" }, message: "must be object" };
    e === null ? e = [r] : e.push(r), t++;
  }
  return V.errors = e, t === 0;
}
V.evaluated = { props: { label: !0, metadata: !0, members: !0 }, dynamicProps: !1, dynamicItems: !1 };
function ce(s, { instancePath: i = "", parentData: d, parentDataProperty: c, rootData: m = s, dynamicAnchors: y = {} } = {}) {
  let e = null, t = 0;
  const o = ce.evaluated;
  if (o.dynamicProps && (o.props = void 0), o.dynamicItems && (o.items = void 0), s && typeof s == "object" && !Array.isArray(s)) {
    if (s.files === void 0) {
      const r = { instancePath: i, keyword: "required", params: { missingProperty: "files" }, message: "must have required property 'files'" };
      e === null ? e = [r] : e.push(r), t++;
    }
    if (s.files !== void 0 && typeof s.files != "string") {
      const r = { instancePath: i + "/files", keyword: "type", params: { type: "string" }, message: "must be string" };
      e === null ? e = [r] : e.push(r), t++;
    }
  } else {
    const r = { instancePath: i, keyword: "type", params: { type: "object" }, message: "must be object" };
    e === null ? e = [r] : e.push(r), t++;
  }
  return ce.errors = e, t === 0;
}
ce.evaluated = { props: { files: !0 }, dynamicProps: !1, dynamicItems: !1 };
const Re = W;
function W(s, { instancePath: i = "", parentData: d, parentDataProperty: c, rootData: m = s, dynamicAnchors: y = {} } = {}) {
  let e = null, t = 0;
  const o = W.evaluated;
  if (o.dynamicProps && (o.props = void 0), o.dynamicItems && (o.items = void 0), s && typeof s == "object" && !Array.isArray(s)) {
    if (s.url === void 0) {
      const r = { instancePath: i, keyword: "required", params: { missingProperty: "url" }, message: "must have required property 'url'" };
      e === null ? e = [r] : e.push(r), t++;
    }
    if (s.url !== void 0) {
      let r = s.url;
      if (typeof r == "string") {
        if (g(r) < 1) {
          const n = { instancePath: i + "/url", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
          e === null ? e = [n] : e.push(n), t++;
        }
      } else {
        const n = { instancePath: i + "/url", keyword: "type", params: { type: "string" }, message: "must be string" };
        e === null ? e = [n] : e.push(n), t++;
      }
    }
  } else {
    const r = { instancePath: i, keyword: "type", params: { type: "object" }, message: "must be object" };
    e === null ? e = [r] : e.push(r), t++;
  }
  return W.errors = e, t === 0;
}
W.evaluated = { props: { url: !0 }, dynamicProps: !1, dynamicItems: !1 };
const Ze = Y;
function Y(s, { instancePath: i = "", parentData: d, parentDataProperty: c, rootData: m = s, dynamicAnchors: y = {} } = {}) {
  let e = null, t = 0;
  const o = Y.evaluated;
  if (o.dynamicProps && (o.props = void 0), o.dynamicItems && (o.items = void 0), s && typeof s == "object" && !Array.isArray(s)) {
    if (s.subject !== void 0 && typeof s.subject != "string") {
      const r = { instancePath: i + "/subject", keyword: "type", params: { type: "string" }, message: "must be string" };
      e === null ? e = [r] : e.push(r), t++;
    }
    if (s.label !== void 0 && typeof s.label != "string") {
      const r = { instancePath: i + "/label", keyword: "type", params: { type: "string" }, message: "must be string" };
      e === null ? e = [r] : e.push(r), t++;
    }
    if (s.metadata !== void 0 && typeof s.metadata != "string") {
      const r = { instancePath: i + "/metadata", keyword: "type", params: { type: "string" }, message: "must be string" };
      e === null ? e = [r] : e.push(r), t++;
    }
    if (s.avatar_url !== void 0 && typeof s.avatar_url != "string") {
      const r = { instancePath: i + "/avatar_url", keyword: "type", params: { type: "string" }, message: "must be string" };
      e === null ? e = [r] : e.push(r), t++;
    }
    if (s.owner !== void 0) {
      let r = s.owner;
      if (typeof r == "string") {
        if (g(r) < 1) {
          const n = { instancePath: i + "/owner", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
          e === null ? e = [n] : e.push(n), t++;
        }
      } else {
        const n = { instancePath: i + "/owner", keyword: "type", params: { type: "string" }, message: "must be string" };
        e === null ? e = [n] : e.push(n), t++;
      }
    }
    if (s.members !== void 0) {
      let r = s.members;
      if (Array.isArray(r)) {
        const n = r.length;
        for (let p = 0; p < n; p++)
          v(r[p], { instancePath: i + "/members/" + p, parentData: r, parentDataProperty: p, rootData: m, dynamicAnchors: y }) || (e = e === null ? v.errors : e.concat(v.errors), t = e.length);
      } else {
        const n = { instancePath: i + "/members", keyword: "type", params: { type: "array" }, message: "must be array" };
        e === null ? e = [n] : e.push(n), t++;
      }
    }
  } else {
    const r = { instancePath: i, keyword: "type", params: { type: "object" }, message: "must be object" };
    e === null ? e = [r] : e.push(r), t++;
  }
  return Y.errors = e, t === 0;
}
Y.evaluated = { props: { subject: !0, label: !0, metadata: !0, avatar_url: !0, owner: !0, members: !0 }, dynamicProps: !1, dynamicItems: !1 };
const Se = ee;
function ee(s, { instancePath: i = "", parentData: d, parentDataProperty: c, rootData: m = s, dynamicAnchors: y = {} } = {}) {
  let e = null, t = 0;
  const o = ee.evaluated;
  if (o.dynamicProps && (o.props = void 0), o.dynamicItems && (o.items = void 0), s && typeof s == "object" && !Array.isArray(s)) {
    if (s.subject !== void 0 && typeof s.subject != "string") {
      const r = { instancePath: i + "/subject", keyword: "type", params: { type: "string" }, message: "must be string" };
      e === null ? e = [r] : e.push(r), t++;
    }
    if (s.uri !== void 0) {
      let r = s.uri;
      if (typeof r == "string") {
        if (g(r) > 128) {
          const n = { instancePath: i + "/uri", keyword: "maxLength", params: { limit: 128 }, message: "must NOT have more than 128 characters" };
          e === null ? e = [n] : e.push(n), t++;
        }
        if (g(r) < 1) {
          const n = { instancePath: i + "/uri", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
          e === null ? e = [n] : e.push(n), t++;
        }
        if (!ge.test(r)) {
          const n = { instancePath: i + "/uri", keyword: "pattern", params: { pattern: "^[A-Za-z0-9_-]+$" }, message: 'must match pattern "^[A-Za-z0-9_-]+$"' };
          e === null ? e = [n] : e.push(n), t++;
        }
      } else {
        const n = { instancePath: i + "/uri", keyword: "type", params: { type: "string" }, message: "must be string" };
        e === null ? e = [n] : e.push(n), t++;
      }
    }
    if (s.label !== void 0 && typeof s.label != "string") {
      const r = { instancePath: i + "/label", keyword: "type", params: { type: "string" }, message: "must be string" };
      e === null ? e = [r] : e.push(r), t++;
    }
    if (s.metadata !== void 0 && typeof s.metadata != "string") {
      const r = { instancePath: i + "/metadata", keyword: "type", params: { type: "string" }, message: "must be string" };
      e === null ? e = [r] : e.push(r), t++;
    }
    if (s.avatar_url !== void 0 && typeof s.avatar_url != "string") {
      const r = { instancePath: i + "/avatar_url", keyword: "type", params: { type: "string" }, message: "must be string" };
      e === null ? e = [r] : e.push(r), t++;
    }
    if (s.owner !== void 0) {
      let r = s.owner;
      if (typeof r == "string") {
        if (g(r) < 1) {
          const n = { instancePath: i + "/owner", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
          e === null ? e = [n] : e.push(n), t++;
        }
      } else {
        const n = { instancePath: i + "/owner", keyword: "type", params: { type: "string" }, message: "must be string" };
        e === null ? e = [n] : e.push(n), t++;
      }
    }
    if (s.members !== void 0) {
      let r = s.members;
      if (Array.isArray(r)) {
        const n = r.length;
        for (let p = 0; p < n; p++)
          v(r[p], { instancePath: i + "/members/" + p, parentData: r, parentDataProperty: p, rootData: m, dynamicAnchors: y }) || (e = e === null ? v.errors : e.concat(v.errors), t = e.length);
      } else {
        const n = { instancePath: i + "/members", keyword: "type", params: { type: "array" }, message: "must be array" };
        e === null ? e = [n] : e.push(n), t++;
      }
    }
  } else {
    const r = { instancePath: i, keyword: "type", params: { type: "object" }, message: "must be object" };
    e === null ? e = [r] : e.push(r), t++;
  }
  return ee.errors = e, t === 0;
}
ee.evaluated = { props: { subject: !0, uri: !0, label: !0, metadata: !0, avatar_url: !0, owner: !0, members: !0 }, dynamicProps: !1, dynamicItems: !1 };
const de = T;
function T(s, { instancePath: i = "", parentData: d, parentDataProperty: c, rootData: m = s, dynamicAnchors: y = {} } = {}) {
  let e = null, t = 0;
  const o = T.evaluated;
  if (o.dynamicProps && (o.props = void 0), o.dynamicItems && (o.items = void 0), s && typeof s == "object" && !Array.isArray(s)) {
    if (s.id === void 0) {
      const r = { instancePath: i, keyword: "required", params: { missingProperty: "id" }, message: "must have required property 'id'" };
      e === null ? e = [r] : e.push(r), t++;
    }
    if (s.name === void 0) {
      const r = { instancePath: i, keyword: "required", params: { missingProperty: "name" }, message: "must have required property 'name'" };
      e === null ? e = [r] : e.push(r), t++;
    }
    if (s.id !== void 0) {
      let r = s.id;
      if (!(typeof r == "number" && !(r % 1) && !isNaN(r))) {
        const n = { instancePath: i + "/id", keyword: "type", params: { type: "integer" }, message: "must be integer" };
        e === null ? e = [n] : e.push(n), t++;
      }
    }
    if (s.app_id !== void 0 && typeof s.app_id != "string") {
      const r = { instancePath: i + "/app_id", keyword: "type", params: { type: "string" }, message: "must be string" };
      e === null ? e = [r] : e.push(r), t++;
    }
    if (s.name !== void 0) {
      let r = s.name;
      if (typeof r == "string") {
        if (g(r) < 1) {
          const n = { instancePath: i + "/name", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
          e === null ? e = [n] : e.push(n), t++;
        }
      } else {
        const n = { instancePath: i + "/name", keyword: "type", params: { type: "string" }, message: "must be string" };
        e === null ? e = [n] : e.push(n), t++;
      }
    }
    if (s.description !== void 0 && typeof s.description != "string") {
      const r = { instancePath: i + "/description", keyword: "type", params: { type: "string" }, message: "must be string" };
      e === null ? e = [r] : e.push(r), t++;
    }
    if (s.access !== void 0) {
      let r = s.access;
      if (!(typeof r == "number" && !(r % 1) && !isNaN(r))) {
        const n = { instancePath: i + "/access", keyword: "type", params: { type: "integer" }, message: "must be integer" };
        e === null ? e = [n] : e.push(n), t++;
      }
    }
    if (s.priority !== void 0) {
      let r = s.priority;
      if (!(typeof r == "number" && !(r % 1) && !isNaN(r))) {
        const n = { instancePath: i + "/priority", keyword: "type", params: { type: "integer" }, message: "must be integer" };
        e === null ? e = [n] : e.push(n), t++;
      }
      if (typeof r == "number") {
        if (r > 99 || isNaN(r)) {
          const n = { instancePath: i + "/priority", keyword: "maximum", params: { comparison: "<=", limit: 99 }, message: "must be <= 99" };
          e === null ? e = [n] : e.push(n), t++;
        }
        if (r < 1 || isNaN(r)) {
          const n = { instancePath: i + "/priority", keyword: "minimum", params: { comparison: ">=", limit: 1 }, message: "must be >= 1" };
          e === null ? e = [n] : e.push(n), t++;
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
            const l = { instancePath: i + "/permissions/" + p, keyword: "type", params: { type: "integer" }, message: "must be integer" };
            e === null ? e = [l] : e.push(l), t++;
          }
        }
      } else {
        const n = { instancePath: i + "/permissions", keyword: "type", params: { type: "array" }, message: "must be array" };
        e === null ? e = [n] : e.push(n), t++;
      }
    }
  } else {
    const r = { instancePath: i, keyword: "type", params: { type: "object" }, message: "must be object" };
    e === null ? e = [r] : e.push(r), t++;
  }
  return T.errors = e, t === 0;
}
T.evaluated = { props: { id: !0, app_id: !0, name: !0, description: !0, access: !0, priority: !0, permissions: !0 }, dynamicProps: !1, dynamicItems: !1 };
const Qe = re;
function re(s, { instancePath: i = "", parentData: d, parentDataProperty: c, rootData: m = s, dynamicAnchors: y = {} } = {}) {
  let e = null, t = 0;
  const o = re.evaluated;
  if (o.dynamicProps && (o.props = void 0), o.dynamicItems && (o.items = void 0), Array.isArray(s)) {
    const r = s.length;
    for (let n = 0; n < r; n++)
      T(s[n], { instancePath: i + "/" + n, parentData: s, parentDataProperty: n, rootData: m, dynamicAnchors: y }) || (e = e === null ? T.errors : e.concat(T.errors), t = e.length);
  } else {
    const r = { instancePath: i, keyword: "type", params: { type: "array" }, message: "must be array" };
    e === null ? e = [r] : e.push(r), t++;
  }
  return re.errors = e, t === 0;
}
re.evaluated = { items: !0, dynamicProps: !1, dynamicItems: !1 };
const Fe = $;
function $(s, { instancePath: i = "", parentData: d, parentDataProperty: c, rootData: m = s, dynamicAnchors: y = {} } = {}) {
  let e = null, t = 0;
  const o = $.evaluated;
  if (o.dynamicProps && (o.props = void 0), o.dynamicItems && (o.items = void 0), s && typeof s == "object" && !Array.isArray(s)) {
    if (s.name === void 0) {
      const r = { instancePath: i, keyword: "required", params: { missingProperty: "name" }, message: "must have required property 'name'" };
      e === null ? e = [r] : e.push(r), t++;
    }
    if (s.name !== void 0) {
      let r = s.name;
      if (typeof r == "string") {
        if (g(r) < 1) {
          const n = { instancePath: i + "/name", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
          e === null ? e = [n] : e.push(n), t++;
        }
      } else {
        const n = { instancePath: i + "/name", keyword: "type", params: { type: "string" }, message: "must be string" };
        e === null ? e = [n] : e.push(n), t++;
      }
    }
    if (s.description !== void 0 && typeof s.description != "string") {
      const r = { instancePath: i + "/description", keyword: "type", params: { type: "string" }, message: "must be string" };
      e === null ? e = [r] : e.push(r), t++;
    }
    if (s.access !== void 0) {
      let r = s.access;
      if (!(typeof r == "number" && !(r % 1) && !isNaN(r))) {
        const n = { instancePath: i + "/access", keyword: "type", params: { type: "integer" }, message: "must be integer" };
        e === null ? e = [n] : e.push(n), t++;
      }
    }
    if (s.priority !== void 0) {
      let r = s.priority;
      if (!(typeof r == "number" && !(r % 1) && !isNaN(r))) {
        const n = { instancePath: i + "/priority", keyword: "type", params: { type: "integer" }, message: "must be integer" };
        e === null ? e = [n] : e.push(n), t++;
      }
      if (typeof r == "number") {
        if (r > 99 || isNaN(r)) {
          const n = { instancePath: i + "/priority", keyword: "maximum", params: { comparison: "<=", limit: 99 }, message: "must be <= 99" };
          e === null ? e = [n] : e.push(n), t++;
        }
        if (r < 1 || isNaN(r)) {
          const n = { instancePath: i + "/priority", keyword: "minimum", params: { comparison: ">=", limit: 1 }, message: "must be >= 1" };
          e === null ? e = [n] : e.push(n), t++;
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
            const l = { instancePath: i + "/permissions/" + p, keyword: "type", params: { type: "integer" }, message: "must be integer" };
            e === null ? e = [l] : e.push(l), t++;
          }
        }
      } else {
        const n = { instancePath: i + "/permissions", keyword: "type", params: { type: "array" }, message: "must be array" };
        e === null ? e = [n] : e.push(n), t++;
      }
    }
  } else {
    const r = { instancePath: i, keyword: "type", params: { type: "object" }, message: "must be object" };
    e === null ? e = [r] : e.push(r), t++;
  }
  return $.errors = e, t === 0;
}
$.evaluated = { props: { name: !0, description: !0, access: !0, priority: !0, permissions: !0 }, dynamicProps: !1, dynamicItems: !1 };
const Be = se;
function se(s, { instancePath: i = "", parentData: d, parentDataProperty: c, rootData: m = s, dynamicAnchors: y = {} } = {}) {
  let e = null, t = 0;
  const o = se.evaluated;
  if (o.dynamicProps && (o.props = void 0), o.dynamicItems && (o.items = void 0), s && typeof s == "object" && !Array.isArray(s)) {
    if (s.name !== void 0) {
      let r = s.name;
      if (typeof r == "string") {
        if (g(r) < 1) {
          const n = { instancePath: i + "/name", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
          e === null ? e = [n] : e.push(n), t++;
        }
      } else {
        const n = { instancePath: i + "/name", keyword: "type", params: { type: "string" }, message: "must be string" };
        e === null ? e = [n] : e.push(n), t++;
      }
    }
    if (s.description !== void 0 && typeof s.description != "string") {
      const r = { instancePath: i + "/description", keyword: "type", params: { type: "string" }, message: "must be string" };
      e === null ? e = [r] : e.push(r), t++;
    }
    if (s.access !== void 0) {
      let r = s.access;
      if (!(typeof r == "number" && !(r % 1) && !isNaN(r))) {
        const n = { instancePath: i + "/access", keyword: "type", params: { type: "integer" }, message: "must be integer" };
        e === null ? e = [n] : e.push(n), t++;
      }
    }
    if (s.priority !== void 0) {
      let r = s.priority;
      if (!(typeof r == "number" && !(r % 1) && !isNaN(r))) {
        const n = { instancePath: i + "/priority", keyword: "type", params: { type: "integer" }, message: "must be integer" };
        e === null ? e = [n] : e.push(n), t++;
      }
      if (typeof r == "number") {
        if (r > 99 || isNaN(r)) {
          const n = { instancePath: i + "/priority", keyword: "maximum", params: { comparison: "<=", limit: 99 }, message: "must be <= 99" };
          e === null ? e = [n] : e.push(n), t++;
        }
        if (r < 1 || isNaN(r)) {
          const n = { instancePath: i + "/priority", keyword: "minimum", params: { comparison: ">=", limit: 1 }, message: "must be >= 1" };
          e === null ? e = [n] : e.push(n), t++;
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
            const l = { instancePath: i + "/permissions/" + p, keyword: "type", params: { type: "integer" }, message: "must be integer" };
            e === null ? e = [l] : e.push(l), t++;
          }
        }
      } else {
        const n = { instancePath: i + "/permissions", keyword: "type", params: { type: "array" }, message: "must be array" };
        e === null ? e = [n] : e.push(n), t++;
      }
    }
  } else {
    const r = { instancePath: i, keyword: "type", params: { type: "object" }, message: "must be object" };
    e === null ? e = [r] : e.push(r), t++;
  }
  return se.errors = e, t === 0;
}
se.evaluated = { props: { name: !0, description: !0, access: !0, priority: !0, permissions: !0 }, dynamicProps: !1, dynamicItems: !1 };
const Je = te;
function te(s, { instancePath: i = "", parentData: d, parentDataProperty: c, rootData: m = s, dynamicAnchors: y = {} } = {}) {
  let e = null, t = 0;
  const o = te.evaluated;
  if (o.dynamicProps && (o.props = void 0), o.dynamicItems && (o.items = void 0), s && typeof s == "object" && !Array.isArray(s)) {
    if (s.count === void 0) {
      const r = { instancePath: i, keyword: "required", params: { missingProperty: "count" }, message: "must have required property 'count'" };
      e === null ? e = [r] : e.push(r), t++;
    }
    if (s.total_count === void 0) {
      const r = { instancePath: i, keyword: "required", params: { missingProperty: "total_count" }, message: "must have required property 'total_count'" };
      e === null ? e = [r] : e.push(r), t++;
    }
    if (s.links === void 0) {
      const r = { instancePath: i, keyword: "required", params: { missingProperty: "links" }, message: "must have required property 'links'" };
      e === null ? e = [r] : e.push(r), t++;
    }
    if (s.users === void 0) {
      const r = { instancePath: i, keyword: "required", params: { missingProperty: "users" }, message: "must have required property 'users'" };
      e === null ? e = [r] : e.push(r), t++;
    }
    if (s.count !== void 0) {
      let r = s.count;
      if (!(typeof r == "number" && !(r % 1) && !isNaN(r))) {
        const n = { instancePath: i + "/count", keyword: "type", params: { type: "integer" }, message: "must be integer" };
        e === null ? e = [n] : e.push(n), t++;
      }
    }
    if (s.total_count !== void 0) {
      let r = s.total_count;
      if (!(typeof r == "number" && !(r % 1) && !isNaN(r))) {
        const n = { instancePath: i + "/total_count", keyword: "type", params: { type: "integer" }, message: "must be integer" };
        e === null ? e = [n] : e.push(n), t++;
      }
    }
    if (s.links !== void 0 && (k(s.links, { instancePath: i + "/links", parentData: s, parentDataProperty: "links", rootData: m, dynamicAnchors: y }) || (e = e === null ? k.errors : e.concat(k.errors), t = e.length)), s.users !== void 0) {
      let r = s.users;
      if (Array.isArray(r)) {
        const n = r.length;
        for (let p = 0; p < n; p++)
          A(r[p], { instancePath: i + "/users/" + p, parentData: r, parentDataProperty: p, rootData: m, dynamicAnchors: y }) || (e = e === null ? A.errors : e.concat(A.errors), t = e.length);
      } else {
        const n = { instancePath: i + "/users", keyword: "type", params: { type: "array" }, message: "must be array" };
        e === null ? e = [n] : e.push(n), t++;
      }
    }
  } else {
    const r = { instancePath: i, keyword: "type", params: { type: "object" }, message: "must be object" };
    e === null ? e = [r] : e.push(r), t++;
  }
  return te.errors = e, t === 0;
}
te.evaluated = { props: { count: !0, total_count: !0, links: !0, users: !0 }, dynamicProps: !1, dynamicItems: !1 };
const Xe = ne;
function ne(s, { instancePath: i = "", parentData: d, parentDataProperty: c, rootData: m = s, dynamicAnchors: y = {} } = {}) {
  let e = null, t = 0;
  const o = ne.evaluated;
  if (o.dynamicProps && (o.props = void 0), o.dynamicItems && (o.items = void 0), s && typeof s == "object" && !Array.isArray(s)) {
    if (s.username === void 0) {
      const r = { instancePath: i, keyword: "required", params: { missingProperty: "username" }, message: "must have required property 'username'" };
      e === null ? e = [r] : e.push(r), t++;
    }
    if (s.username !== void 0) {
      let r = s.username;
      if (typeof r == "string") {
        if (g(r) < 1) {
          const n = { instancePath: i + "/username", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
          e === null ? e = [n] : e.push(n), t++;
        }
      } else {
        const n = { instancePath: i + "/username", keyword: "type", params: { type: "string" }, message: "must be string" };
        e === null ? e = [n] : e.push(n), t++;
      }
    }
    if (s.first_name !== void 0 && typeof s.first_name != "string") {
      const r = { instancePath: i + "/first_name", keyword: "type", params: { type: "string" }, message: "must be string" };
      e === null ? e = [r] : e.push(r), t++;
    }
    if (s.last_name !== void 0 && typeof s.last_name != "string") {
      const r = { instancePath: i + "/last_name", keyword: "type", params: { type: "string" }, message: "must be string" };
      e === null ? e = [r] : e.push(r), t++;
    }
    if (s.avatar_url !== void 0 && typeof s.avatar_url != "string") {
      const r = { instancePath: i + "/avatar_url", keyword: "type", params: { type: "string" }, message: "must be string" };
      e === null ? e = [r] : e.push(r), t++;
    }
  } else {
    const r = { instancePath: i, keyword: "type", params: { type: "object" }, message: "must be object" };
    e === null ? e = [r] : e.push(r), t++;
  }
  return ne.errors = e, t === 0;
}
ne.evaluated = { props: { username: !0, first_name: !0, last_name: !0, avatar_url: !0 }, dynamicProps: !1, dynamicItems: !1 };
const Ge = ie;
function ie(s, { instancePath: i = "", parentData: d, parentDataProperty: c, rootData: m = s, dynamicAnchors: y = {} } = {}) {
  let e = null, t = 0;
  const o = ie.evaluated;
  if (o.dynamicProps && (o.props = void 0), o.dynamicItems && (o.items = void 0), s && typeof s == "object" && !Array.isArray(s)) {
    if (s.first_name !== void 0 && typeof s.first_name != "string") {
      const r = { instancePath: i + "/first_name", keyword: "type", params: { type: "string" }, message: "must be string" };
      e === null ? e = [r] : e.push(r), t++;
    }
    if (s.last_name !== void 0 && typeof s.last_name != "string") {
      const r = { instancePath: i + "/last_name", keyword: "type", params: { type: "string" }, message: "must be string" };
      e === null ? e = [r] : e.push(r), t++;
    }
    if (s.avatar_url !== void 0 && typeof s.avatar_url != "string") {
      const r = { instancePath: i + "/avatar_url", keyword: "type", params: { type: "string" }, message: "must be string" };
      e === null ? e = [r] : e.push(r), t++;
    }
  } else {
    const r = { instancePath: i, keyword: "type", params: { type: "object" }, message: "must be object" };
    e === null ? e = [r] : e.push(r), t++;
  }
  return ie.errors = e, t === 0;
}
ie.evaluated = { props: { first_name: !0, last_name: !0, avatar_url: !0 }, dynamicProps: !1, dynamicItems: !1 };
const He = ae;
function ae(s, { instancePath: i = "", parentData: d, parentDataProperty: c, rootData: m = s, dynamicAnchors: y = {} } = {}) {
  let e = null, t = 0;
  const o = ae.evaluated;
  if (o.dynamicProps && (o.props = void 0), o.dynamicItems && (o.items = void 0), s && typeof s == "object" && !Array.isArray(s)) {
    if (s.filter !== void 0) {
      let r = s.filter;
      if (Array.isArray(r)) {
        const n = r.length;
        for (let p = 0; p < n; p++)
          if (typeof r[p] != "string") {
            const u = { instancePath: i + "/filter/" + p, keyword: "type", params: { type: "string" }, message: "must be string" };
            e === null ? e = [u] : e.push(u), t++;
          }
      } else {
        const n = { instancePath: i + "/filter", keyword: "type", params: { type: "array" }, message: "must be array" };
        e === null ? e = [n] : e.push(n), t++;
      }
    }
    if (s.limit !== void 0) {
      let r = s.limit;
      if (!(typeof r == "number" && !(r % 1) && !isNaN(r))) {
        const n = { instancePath: i + "/limit", keyword: "type", params: { type: "integer" }, message: "must be integer" };
        e === null ? e = [n] : e.push(n), t++;
      }
      if (typeof r == "number") {
        if (r > 50 || isNaN(r)) {
          const n = { instancePath: i + "/limit", keyword: "maximum", params: { comparison: "<=", limit: 50 }, message: "must be <= 50" };
          e === null ? e = [n] : e.push(n), t++;
        }
        if (r < 1 || isNaN(r)) {
          const n = { instancePath: i + "/limit", keyword: "minimum", params: { comparison: ">=", limit: 1 }, message: "must be >= 1" };
          e === null ? e = [n] : e.push(n), t++;
        }
      }
    }
    if (s.offset !== void 0) {
      let r = s.offset;
      if (!(typeof r == "number" && !(r % 1) && !isNaN(r))) {
        const n = { instancePath: i + "/offset", keyword: "type", params: { type: "integer" }, message: "must be integer" };
        e === null ? e = [n] : e.push(n), t++;
      }
      if (typeof r == "number" && (r < 0 || isNaN(r))) {
        const n = { instancePath: i + "/offset", keyword: "minimum", params: { comparison: ">=", limit: 0 }, message: "must be >= 0" };
        e === null ? e = [n] : e.push(n), t++;
      }
    }
  } else {
    const r = { instancePath: i, keyword: "type", params: { type: "object" }, message: "must be object" };
    e === null ? e = [r] : e.push(r), t++;
  }
  return ae.errors = e, t === 0;
}
ae.evaluated = { props: { filter: !0, limit: !0, offset: !0 }, dynamicProps: !1, dynamicItems: !1 };
const Ke = oe;
function oe(s, { instancePath: i = "", parentData: d, parentDataProperty: c, rootData: m = s, dynamicAnchors: y = {} } = {}) {
  let e = null, t = 0;
  const o = oe.evaluated;
  if (o.dynamicProps && (o.props = void 0), o.dynamicItems && (o.items = void 0), s && typeof s == "object" && !Array.isArray(s)) {
    if (s.limit !== void 0) {
      let r = s.limit;
      if (!(typeof r == "number" && !(r % 1) && !isNaN(r))) {
        const n = { instancePath: i + "/limit", keyword: "type", params: { type: "integer" }, message: "must be integer" };
        e === null ? e = [n] : e.push(n), t++;
      }
      if (typeof r == "number") {
        if (r > 50 || isNaN(r)) {
          const n = { instancePath: i + "/limit", keyword: "maximum", params: { comparison: "<=", limit: 50 }, message: "must be <= 50" };
          e === null ? e = [n] : e.push(n), t++;
        }
        if (r < 1 || isNaN(r)) {
          const n = { instancePath: i + "/limit", keyword: "minimum", params: { comparison: ">=", limit: 1 }, message: "must be >= 1" };
          e === null ? e = [n] : e.push(n), t++;
        }
      }
    }
    if (s.offset !== void 0) {
      let r = s.offset;
      if (!(typeof r == "number" && !(r % 1) && !isNaN(r))) {
        const n = { instancePath: i + "/offset", keyword: "type", params: { type: "integer" }, message: "must be integer" };
        e === null ? e = [n] : e.push(n), t++;
      }
      if (typeof r == "number" && (r < 0 || isNaN(r))) {
        const n = { instancePath: i + "/offset", keyword: "minimum", params: { comparison: ">=", limit: 0 }, message: "must be >= 0" };
        e === null ? e = [n] : e.push(n), t++;
      }
    }
  } else {
    const r = { instancePath: i, keyword: "type", params: { type: "object" }, message: "must be object" };
    e === null ? e = [r] : e.push(r), t++;
  }
  return oe.errors = e, t === 0;
}
oe.evaluated = { props: { limit: !0, offset: !0 }, dynamicProps: !1, dynamicItems: !1 };
const Ve = pe;
function pe(s, { instancePath: i = "", parentData: d, parentDataProperty: c, rootData: m = s, dynamicAnchors: y = {} } = {}) {
  let e = null, t = 0;
  const o = pe.evaluated;
  if (o.dynamicProps && (o.props = void 0), o.dynamicItems && (o.items = void 0), s && typeof s == "object" && !Array.isArray(s)) {
    if (s.limit !== void 0) {
      let r = s.limit;
      if (!(typeof r == "number" && !(r % 1) && !isNaN(r))) {
        const n = { instancePath: i + "/limit", keyword: "type", params: { type: "integer" }, message: "must be integer" };
        e === null ? e = [n] : e.push(n), t++;
      }
      if (typeof r == "number") {
        if (r > 50 || isNaN(r)) {
          const n = { instancePath: i + "/limit", keyword: "maximum", params: { comparison: "<=", limit: 50 }, message: "must be <= 50" };
          e === null ? e = [n] : e.push(n), t++;
        }
        if (r < 1 || isNaN(r)) {
          const n = { instancePath: i + "/limit", keyword: "minimum", params: { comparison: ">=", limit: 1 }, message: "must be >= 1" };
          e === null ? e = [n] : e.push(n), t++;
        }
      }
    }
    if (s.offset !== void 0) {
      let r = s.offset;
      if (!(typeof r == "number" && !(r % 1) && !isNaN(r))) {
        const n = { instancePath: i + "/offset", keyword: "type", params: { type: "integer" }, message: "must be integer" };
        e === null ? e = [n] : e.push(n), t++;
      }
      if (typeof r == "number" && (r < 0 || isNaN(r))) {
        const n = { instancePath: i + "/offset", keyword: "minimum", params: { comparison: ">=", limit: 0 }, message: "must be >= 0" };
        e === null ? e = [n] : e.push(n), t++;
      }
    }
  } else {
    const r = { instancePath: i, keyword: "type", params: { type: "object" }, message: "must be object" };
    e === null ? e = [r] : e.push(r), t++;
  }
  return pe.errors = e, t === 0;
}
pe.evaluated = { props: { limit: !0, offset: !0 }, dynamicProps: !1, dynamicItems: !1 };
const We = le;
function le(s, { instancePath: i = "", parentData: d, parentDataProperty: c, rootData: m = s, dynamicAnchors: y = {} } = {}) {
  let e = null, t = 0;
  const o = le.evaluated;
  if (o.dynamicProps && (o.props = void 0), o.dynamicItems && (o.items = void 0), s && typeof s == "object" && !Array.isArray(s)) {
    if (s.from === void 0) {
      const r = { instancePath: i, keyword: "required", params: { missingProperty: "from" }, message: "must have required property 'from'" };
      e === null ? e = [r] : e.push(r), t++;
    }
    if (s.from !== void 0) {
      let r = s.from;
      if (typeof r == "string") {
        if (g(r) < 1) {
          const n = { instancePath: i + "/from", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
          e === null ? e = [n] : e.push(n), t++;
        }
      } else {
        const n = { instancePath: i + "/from", keyword: "type", params: { type: "string" }, message: "must be string" };
        e === null ? e = [n] : e.push(n), t++;
      }
    }
  } else {
    const r = { instancePath: i, keyword: "type", params: { type: "object" }, message: "must be object" };
    e === null ? e = [r] : e.push(r), t++;
  }
  return le.errors = e, t === 0;
}
le.evaluated = { props: { from: !0 }, dynamicProps: !1, dynamicItems: !1 };
const Ye = ue;
function ue(s, { instancePath: i = "", parentData: d, parentDataProperty: c, rootData: m = s, dynamicAnchors: y = {} } = {}) {
  let e = null, t = 0;
  const o = ue.evaluated;
  if (o.dynamicProps && (o.props = void 0), o.dynamicItems && (o.items = void 0), s && typeof s == "object" && !Array.isArray(s)) {
    if (s.limit !== void 0) {
      let r = s.limit;
      if (!(typeof r == "number" && !(r % 1) && !isNaN(r))) {
        const n = { instancePath: i + "/limit", keyword: "type", params: { type: "integer" }, message: "must be integer" };
        e === null ? e = [n] : e.push(n), t++;
      }
      if (typeof r == "number") {
        if (r > 50 || isNaN(r)) {
          const n = { instancePath: i + "/limit", keyword: "maximum", params: { comparison: "<=", limit: 50 }, message: "must be <= 50" };
          e === null ? e = [n] : e.push(n), t++;
        }
        if (r < 1 || isNaN(r)) {
          const n = { instancePath: i + "/limit", keyword: "minimum", params: { comparison: ">=", limit: 1 }, message: "must be >= 1" };
          e === null ? e = [n] : e.push(n), t++;
        }
      }
    }
    if (s.offset !== void 0) {
      let r = s.offset;
      if (!(typeof r == "number" && !(r % 1) && !isNaN(r))) {
        const n = { instancePath: i + "/offset", keyword: "type", params: { type: "integer" }, message: "must be integer" };
        e === null ? e = [n] : e.push(n), t++;
      }
      if (typeof r == "number" && (r < 0 || isNaN(r))) {
        const n = { instancePath: i + "/offset", keyword: "minimum", params: { comparison: ">=", limit: 0 }, message: "must be >= 0" };
        e === null ? e = [n] : e.push(n), t++;
      }
    }
  } else {
    const r = { instancePath: i, keyword: "type", params: { type: "object" }, message: "must be object" };
    e === null ? e = [r] : e.push(r), t++;
  }
  return ue.errors = e, t === 0;
}
ue.evaluated = { props: { limit: !0, offset: !0 }, dynamicProps: !1, dynamicItems: !1 };
const er = me;
function me(s, { instancePath: i = "", parentData: d, parentDataProperty: c, rootData: m = s, dynamicAnchors: y = {} } = {}) {
  let e = null, t = 0;
  const o = me.evaluated;
  if (o.dynamicProps && (o.props = void 0), o.dynamicItems && (o.items = void 0), s && typeof s == "object" && !Array.isArray(s)) {
    if (s.limit !== void 0) {
      let r = s.limit;
      if (!(typeof r == "number" && !(r % 1) && !isNaN(r))) {
        const n = { instancePath: i + "/limit", keyword: "type", params: { type: "integer" }, message: "must be integer" };
        e === null ? e = [n] : e.push(n), t++;
      }
      if (typeof r == "number") {
        if (r > 50 || isNaN(r)) {
          const n = { instancePath: i + "/limit", keyword: "maximum", params: { comparison: "<=", limit: 50 }, message: "must be <= 50" };
          e === null ? e = [n] : e.push(n), t++;
        }
        if (r < 1 || isNaN(r)) {
          const n = { instancePath: i + "/limit", keyword: "minimum", params: { comparison: ">=", limit: 1 }, message: "must be >= 1" };
          e === null ? e = [n] : e.push(n), t++;
        }
      }
    }
    if (s.offset !== void 0) {
      let r = s.offset;
      if (!(typeof r == "number" && !(r % 1) && !isNaN(r))) {
        const n = { instancePath: i + "/offset", keyword: "type", params: { type: "integer" }, message: "must be integer" };
        e === null ? e = [n] : e.push(n), t++;
      }
      if (typeof r == "number" && (r < 0 || isNaN(r))) {
        const n = { instancePath: i + "/offset", keyword: "minimum", params: { comparison: ">=", limit: 0 }, message: "must be >= 0" };
        e === null ? e = [n] : e.push(n), t++;
      }
    }
  } else {
    const r = { instancePath: i, keyword: "type", params: { type: "object" }, message: "must be object" };
    e === null ? e = [r] : e.push(r), t++;
  }
  return me.errors = e, t === 0;
}
me.evaluated = { props: { limit: !0, offset: !0 }, dynamicProps: !1, dynamicItems: !1 };
const ir = ye, rr = { type: "object", additionalProperties: !1, properties: { start: { type: "string", pattern: "^\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(\\.\\d{3})?Z$" }, application: { $ref: "Application", unevaluatedProperties: !1 }, roles: { type: "array", items: { $ref: "RoleCreate", properties: { id: { type: "integer", minimum: 1 }, app_id: { type: "string" } }, unevaluatedProperties: !1 } }, channelTypes: { type: "array", items: { $ref: "ChannelTypeCreate" } }, users: { type: "array", items: { $ref: "User", unevaluatedProperties: !1 } }, channels: { type: "array", items: { type: "object", required: ["type"], additionalProperties: !1, properties: { id: { type: "string", pattern: "^\\d+$" }, uri: { $ref: "ChannelUpdate#/properties/uri" }, subject: { type: "string" }, label: { type: "string" }, metadata: { type: "string" }, avatar: { type: "string" }, created_at: { type: "string" }, type: { type: "string", minLength: 1 }, owner: { type: "string", minLength: 1 }, members: { type: "array", items: { $ref: "MemberAdd", unevaluatedProperties: !1 } }, blocked: { type: "array", items: { type: "string", minLength: 1 } }, messages: { type: "array", items: { $ref: "MessageSend", properties: { id: { type: "string", pattern: "^\\d+$" } }, unevaluatedProperties: !1 } } } } }, files: { type: "array", items: { type: "object", required: ["name", "content"], additionalProperties: !1, properties: { name: { type: "string", minLength: 1 }, type: { type: "string" }, content: { type: "string", pattern: "^[A-Za-z0-9+/]*={0,2}$" } } } } }, $id: "Seed" }, sr = new RegExp("^\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(\\.\\d{3})?Z$", "u"), Ae = new RegExp("^\\d+$", "u"), tr = new RegExp("^[A-Za-z0-9+/]*={0,2}$", "u");
function E(s, { instancePath: i = "", parentData: d, parentDataProperty: c, rootData: m = s, dynamicAnchors: y = {} } = {}) {
  let e = null, t = 0;
  const o = E.evaluated;
  if (o.dynamicProps && (o.props = void 0), o.dynamicItems && (o.items = void 0), typeof s == "string") {
    if (g(s) > 128) {
      const r = { instancePath: i, keyword: "maxLength", params: { limit: 128 }, message: "must NOT have more than 128 characters" };
      e === null ? e = [r] : e.push(r), t++;
    }
    if (g(s) < 1) {
      const r = { instancePath: i, keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
      e === null ? e = [r] : e.push(r), t++;
    }
    if (!ge.test(s)) {
      const r = { instancePath: i, keyword: "pattern", params: { pattern: "^[A-Za-z0-9_-]+$" }, message: 'must match pattern "^[A-Za-z0-9_-]+$"' };
      e === null ? e = [r] : e.push(r), t++;
    }
  } else {
    const r = { instancePath: i, keyword: "type", params: { type: "string" }, message: "must be string" };
    e === null ? e = [r] : e.push(r), t++;
  }
  return E.errors = e, t === 0;
}
E.evaluated = { dynamicProps: !1, dynamicItems: !1 };
const nr = Object.prototype.hasOwnProperty;
function ye(s, { instancePath: i = "", parentData: d, parentDataProperty: c, rootData: m = s, dynamicAnchors: y = {} } = {}) {
  let e = null, t = 0;
  const o = ye.evaluated;
  if (o.dynamicProps && (o.props = void 0), o.dynamicItems && (o.items = void 0), s && typeof s == "object" && !Array.isArray(s)) {
    for (const r in s)
      if (!(r === "start" || r === "application" || r === "roles" || r === "channelTypes" || r === "users" || r === "channels" || r === "files")) {
        const n = { instancePath: i, keyword: "additionalProperties", params: { additionalProperty: r }, message: "must NOT have additional properties" };
        e === null ? e = [n] : e.push(n), t++;
      }
    if (s.start !== void 0) {
      let r = s.start;
      if (typeof r == "string") {
        if (!sr.test(r)) {
          const n = { instancePath: i + "/start", keyword: "pattern", params: { pattern: "^\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(\\.\\d{3})?Z$" }, message: 'must match pattern "^\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(\\.\\d{3})?Z$"' };
          e === null ? e = [n] : e.push(n), t++;
        }
      } else {
        const n = { instancePath: i + "/start", keyword: "type", params: { type: "string" }, message: "must be string" };
        e === null ? e = [n] : e.push(n), t++;
      }
    }
    if (s.application !== void 0) {
      let r = s.application;
      if (_(r, { instancePath: i + "/application", parentData: s, parentDataProperty: "application", rootData: m, dynamicAnchors: y }) || (e = e === null ? _.errors : e.concat(_.errors), t = e.length), r && typeof r == "object" && !Array.isArray(r)) {
        for (const n in r)
          if (n !== "name" && n !== "public_key") {
            const p = { instancePath: i + "/application", keyword: "unevaluatedProperties", params: { unevaluatedProperty: n }, message: "must NOT have unevaluated properties" };
            e === null ? e = [p] : e.push(p), t++;
          }
      }
    }
    if (s.roles !== void 0) {
      let r = s.roles;
      if (Array.isArray(r)) {
        const n = r.length;
        for (let p = 0; p < n; p++) {
          let u = r[p];
          if ($(u, { instancePath: i + "/roles/" + p, parentData: r, parentDataProperty: p, rootData: m, dynamicAnchors: y }) || (e = e === null ? $.errors : e.concat($.errors), t = e.length), u && typeof u == "object" && !Array.isArray(u)) {
            if (u.id !== void 0) {
              let l = u.id;
              if (!(typeof l == "number" && !(l % 1) && !isNaN(l))) {
                const f = { instancePath: i + "/roles/" + p + "/id", keyword: "type", params: { type: "integer" }, message: "must be integer" };
                e === null ? e = [f] : e.push(f), t++;
              }
              if (typeof l == "number" && (l < 1 || isNaN(l))) {
                const f = { instancePath: i + "/roles/" + p + "/id", keyword: "minimum", params: { comparison: ">=", limit: 1 }, message: "must be >= 1" };
                e === null ? e = [f] : e.push(f), t++;
              }
            }
            if (u.app_id !== void 0 && typeof u.app_id != "string") {
              const l = { instancePath: i + "/roles/" + p + "/app_id", keyword: "type", params: { type: "string" }, message: "must be string" };
              e === null ? e = [l] : e.push(l), t++;
            }
            for (const l in u)
              if (l !== "id" && l !== "app_id" && l !== "name" && l !== "description" && l !== "access" && l !== "priority" && l !== "permissions") {
                const f = { instancePath: i + "/roles/" + p, keyword: "unevaluatedProperties", params: { unevaluatedProperty: l }, message: "must NOT have unevaluated properties" };
                e === null ? e = [f] : e.push(f), t++;
              }
          }
        }
      } else {
        const n = { instancePath: i + "/roles", keyword: "type", params: { type: "array" }, message: "must be array" };
        e === null ? e = [n] : e.push(n), t++;
      }
    }
    if (s.channelTypes !== void 0) {
      let r = s.channelTypes;
      if (Array.isArray(r)) {
        const n = r.length;
        for (let p = 0; p < n; p++)
          N(r[p], { instancePath: i + "/channelTypes/" + p, parentData: r, parentDataProperty: p, rootData: m, dynamicAnchors: y }) || (e = e === null ? N.errors : e.concat(N.errors), t = e.length);
      } else {
        const n = { instancePath: i + "/channelTypes", keyword: "type", params: { type: "array" }, message: "must be array" };
        e === null ? e = [n] : e.push(n), t++;
      }
    }
    if (s.users !== void 0) {
      let r = s.users;
      if (Array.isArray(r)) {
        const n = r.length;
        for (let p = 0; p < n; p++) {
          let u = r[p];
          if (A(u, { instancePath: i + "/users/" + p, parentData: r, parentDataProperty: p, rootData: m, dynamicAnchors: y }) || (e = e === null ? A.errors : e.concat(A.errors), t = e.length), u && typeof u == "object" && !Array.isArray(u)) {
            for (const l in u)
              if (l !== "username" && l !== "first_name" && l !== "last_name" && l !== "avatar" && l !== "created_at" && l !== "updated_at" && l !== "last_login_at" && l !== "presence_status") {
                const f = { instancePath: i + "/users/" + p, keyword: "unevaluatedProperties", params: { unevaluatedProperty: l }, message: "must NOT have unevaluated properties" };
                e === null ? e = [f] : e.push(f), t++;
              }
          }
        }
      } else {
        const n = { instancePath: i + "/users", keyword: "type", params: { type: "array" }, message: "must be array" };
        e === null ? e = [n] : e.push(n), t++;
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
              const l = { instancePath: i + "/channels/" + p, keyword: "required", params: { missingProperty: "type" }, message: "must have required property 'type'" };
              e === null ? e = [l] : e.push(l), t++;
            }
            for (const l in u)
              if (!nr.call(rr.properties.channels.items.properties, l)) {
                const f = { instancePath: i + "/channels/" + p, keyword: "additionalProperties", params: { additionalProperty: l }, message: "must NOT have additional properties" };
                e === null ? e = [f] : e.push(f), t++;
              }
            if (u.id !== void 0) {
              let l = u.id;
              if (typeof l == "string") {
                if (!Ae.test(l)) {
                  const f = { instancePath: i + "/channels/" + p + "/id", keyword: "pattern", params: { pattern: "^\\d+$" }, message: 'must match pattern "^\\d+$"' };
                  e === null ? e = [f] : e.push(f), t++;
                }
              } else {
                const f = { instancePath: i + "/channels/" + p + "/id", keyword: "type", params: { type: "string" }, message: "must be string" };
                e === null ? e = [f] : e.push(f), t++;
              }
            }
            if (u.uri !== void 0 && (E(u.uri, { instancePath: i + "/channels/" + p + "/uri", parentData: u, parentDataProperty: "uri", rootData: m, dynamicAnchors: y }) || (e = e === null ? E.errors : e.concat(E.errors), t = e.length)), u.subject !== void 0 && typeof u.subject != "string") {
              const l = { instancePath: i + "/channels/" + p + "/subject", keyword: "type", params: { type: "string" }, message: "must be string" };
              e === null ? e = [l] : e.push(l), t++;
            }
            if (u.label !== void 0 && typeof u.label != "string") {
              const l = { instancePath: i + "/channels/" + p + "/label", keyword: "type", params: { type: "string" }, message: "must be string" };
              e === null ? e = [l] : e.push(l), t++;
            }
            if (u.metadata !== void 0 && typeof u.metadata != "string") {
              const l = { instancePath: i + "/channels/" + p + "/metadata", keyword: "type", params: { type: "string" }, message: "must be string" };
              e === null ? e = [l] : e.push(l), t++;
            }
            if (u.avatar !== void 0 && typeof u.avatar != "string") {
              const l = { instancePath: i + "/channels/" + p + "/avatar", keyword: "type", params: { type: "string" }, message: "must be string" };
              e === null ? e = [l] : e.push(l), t++;
            }
            if (u.created_at !== void 0 && typeof u.created_at != "string") {
              const l = { instancePath: i + "/channels/" + p + "/created_at", keyword: "type", params: { type: "string" }, message: "must be string" };
              e === null ? e = [l] : e.push(l), t++;
            }
            if (u.type !== void 0) {
              let l = u.type;
              if (typeof l == "string") {
                if (g(l) < 1) {
                  const f = { instancePath: i + "/channels/" + p + "/type", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
                  e === null ? e = [f] : e.push(f), t++;
                }
              } else {
                const f = { instancePath: i + "/channels/" + p + "/type", keyword: "type", params: { type: "string" }, message: "must be string" };
                e === null ? e = [f] : e.push(f), t++;
              }
            }
            if (u.owner !== void 0) {
              let l = u.owner;
              if (typeof l == "string") {
                if (g(l) < 1) {
                  const f = { instancePath: i + "/channels/" + p + "/owner", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
                  e === null ? e = [f] : e.push(f), t++;
                }
              } else {
                const f = { instancePath: i + "/channels/" + p + "/owner", keyword: "type", params: { type: "string" }, message: "must be string" };
                e === null ? e = [f] : e.push(f), t++;
              }
            }
            if (u.members !== void 0) {
              let l = u.members;
              if (Array.isArray(l)) {
                const f = l.length;
                for (let b = 0; b < f; b++) {
                  let w = l[b];
                  if (v(w, { instancePath: i + "/channels/" + p + "/members/" + b, parentData: l, parentDataProperty: b, rootData: m, dynamicAnchors: y }) || (e = e === null ? v.errors : e.concat(v.errors), t = e.length), w && typeof w == "object" && !Array.isArray(w)) {
                    for (const h in w)
                      if (h !== "username" && h !== "role") {
                        const j = { instancePath: i + "/channels/" + p + "/members/" + b, keyword: "unevaluatedProperties", params: { unevaluatedProperty: h }, message: "must NOT have unevaluated properties" };
                        e === null ? e = [j] : e.push(j), t++;
                      }
                  }
                }
              } else {
                const f = { instancePath: i + "/channels/" + p + "/members", keyword: "type", params: { type: "array" }, message: "must be array" };
                e === null ? e = [f] : e.push(f), t++;
              }
            }
            if (u.blocked !== void 0) {
              let l = u.blocked;
              if (Array.isArray(l)) {
                const f = l.length;
                for (let b = 0; b < f; b++) {
                  let w = l[b];
                  if (typeof w == "string") {
                    if (g(w) < 1) {
                      const h = { instancePath: i + "/channels/" + p + "/blocked/" + b, keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
                      e === null ? e = [h] : e.push(h), t++;
                    }
                  } else {
                    const h = { instancePath: i + "/channels/" + p + "/blocked/" + b, keyword: "type", params: { type: "string" }, message: "must be string" };
                    e === null ? e = [h] : e.push(h), t++;
                  }
                }
              } else {
                const f = { instancePath: i + "/channels/" + p + "/blocked", keyword: "type", params: { type: "array" }, message: "must be array" };
                e === null ? e = [f] : e.push(f), t++;
              }
            }
            if (u.messages !== void 0) {
              let l = u.messages;
              if (Array.isArray(l)) {
                const f = l.length;
                for (let b = 0; b < f; b++) {
                  let w = l[b];
                  if (I(w, { instancePath: i + "/channels/" + p + "/messages/" + b, parentData: l, parentDataProperty: b, rootData: m, dynamicAnchors: y }) || (e = e === null ? I.errors : e.concat(I.errors), t = e.length), w && typeof w == "object" && !Array.isArray(w)) {
                    if (w.id !== void 0) {
                      let h = w.id;
                      if (typeof h == "string") {
                        if (!Ae.test(h)) {
                          const j = { instancePath: i + "/channels/" + p + "/messages/" + b + "/id", keyword: "pattern", params: { pattern: "^\\d+$" }, message: 'must match pattern "^\\d+$"' };
                          e === null ? e = [j] : e.push(j), t++;
                        }
                      } else {
                        const j = { instancePath: i + "/channels/" + p + "/messages/" + b + "/id", keyword: "type", params: { type: "string" }, message: "must be string" };
                        e === null ? e = [j] : e.push(j), t++;
                      }
                    }
                    for (const h in w)
                      if (h !== "id" && h !== "from" && h !== "body" && h !== "type" && h !== "metadata" && h !== "attachments") {
                        const j = { instancePath: i + "/channels/" + p + "/messages/" + b, keyword: "unevaluatedProperties", params: { unevaluatedProperty: h }, message: "must NOT have unevaluated properties" };
                        e === null ? e = [j] : e.push(j), t++;
                      }
                  }
                }
              } else {
                const f = { instancePath: i + "/channels/" + p + "/messages", keyword: "type", params: { type: "array" }, message: "must be array" };
                e === null ? e = [f] : e.push(f), t++;
              }
            }
          } else {
            const l = { instancePath: i + "/channels/" + p, keyword: "type", params: { type: "object" }, message: "must be object" };
            e === null ? e = [l] : e.push(l), t++;
          }
        }
      } else {
        const n = { instancePath: i + "/channels", keyword: "type", params: { type: "array" }, message: "must be array" };
        e === null ? e = [n] : e.push(n), t++;
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
              const l = { instancePath: i + "/files/" + p, keyword: "required", params: { missingProperty: "name" }, message: "must have required property 'name'" };
              e === null ? e = [l] : e.push(l), t++;
            }
            if (u.content === void 0) {
              const l = { instancePath: i + "/files/" + p, keyword: "required", params: { missingProperty: "content" }, message: "must have required property 'content'" };
              e === null ? e = [l] : e.push(l), t++;
            }
            for (const l in u)
              if (!(l === "name" || l === "type" || l === "content")) {
                const f = { instancePath: i + "/files/" + p, keyword: "additionalProperties", params: { additionalProperty: l }, message: "must NOT have additional properties" };
                e === null ? e = [f] : e.push(f), t++;
              }
            if (u.name !== void 0) {
              let l = u.name;
              if (typeof l == "string") {
                if (g(l) < 1) {
                  const f = { instancePath: i + "/files/" + p + "/name", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
                  e === null ? e = [f] : e.push(f), t++;
                }
              } else {
                const f = { instancePath: i + "/files/" + p + "/name", keyword: "type", params: { type: "string" }, message: "must be string" };
                e === null ? e = [f] : e.push(f), t++;
              }
            }
            if (u.type !== void 0 && typeof u.type != "string") {
              const l = { instancePath: i + "/files/" + p + "/type", keyword: "type", params: { type: "string" }, message: "must be string" };
              e === null ? e = [l] : e.push(l), t++;
            }
            if (u.content !== void 0) {
              let l = u.content;
              if (typeof l == "string") {
                if (!tr.test(l)) {
                  const f = { instancePath: i + "/files/" + p + "/content", keyword: "pattern", params: { pattern: "^[A-Za-z0-9+/]*={0,2}$" }, message: 'must match pattern "^[A-Za-z0-9+/]*={0,2}$"' };
                  e === null ? e = [f] : e.push(f), t++;
                }
              } else {
                const f = { instancePath: i + "/files/" + p + "/content", keyword: "type", params: { type: "string" }, message: "must be string" };
                e === null ? e = [f] : e.push(f), t++;
              }
            }
          } else {
            const l = { instancePath: i + "/files/" + p, keyword: "type", params: { type: "object" }, message: "must be object" };
            e === null ? e = [l] : e.push(l), t++;
          }
        }
      } else {
        const n = { instancePath: i + "/files", keyword: "type", params: { type: "array" }, message: "must be array" };
        e === null ? e = [n] : e.push(n), t++;
      }
    }
  } else {
    const r = { instancePath: i, keyword: "type", params: { type: "object" }, message: "must be object" };
    e === null ? e = [r] : e.push(r), t++;
  }
  return ye.errors = e, t === 0;
}
ye.evaluated = { props: !0, dynamicProps: !1, dynamicItems: !1 };
const ar = {
  getApplication: { responses: { 200: he, 400: a, 401: a, 403: a, 429: a, 500: a } },
  updateApplication: { body: je, responses: { 200: he, 400: a, 401: a, 403: a, 413: a, 415: a, 422: a, 429: a, 500: a } },
  getStorageInfo: { responses: { 200: Pe, 400: a, 401: a, 403: a, 429: a, 500: a } },
  createChannelType: { body: _e, responses: { 200: De, 400: a, 401: a, 403: a, 409: a, 413: a, 415: a, 422: a, 429: a, 500: a } },
  deleteChannelType: { responses: { 204: null, 400: a, 401: a, 403: a, 404: a, 429: a, 500: a } },
  listChannels: { query: He, responses: { 200: Ie, 400: a, 401: a, 403: a, 422: a, 429: a, 500: a } },
  getChannel: { responses: { 200: C, 400: a, 401: a, 403: a, 404: a, 429: a, 500: a } },
  updateChannel: { body: Te, responses: { 200: C, 400: a, 401: a, 403: a, 404: a, 409: a, 413: a, 415: a, 422: a, 429: a, 500: a } },
  deleteChannel: { responses: { 204: null, 400: a, 401: a, 403: a, 404: a, 429: a, 500: a } },
  listBlockedMembers: { query: Ke, responses: { 200: be, 400: a, 401: a, 403: a, 404: a, 422: a, 429: a, 500: a } },
  listMessages: { query: Ve, responses: { 200: xe, 400: a, 401: a, 403: a, 404: a, 422: a, 429: a, 500: a } },
  sendMessage: { body: Oe, responses: { 200: we, 400: a, 401: a, 403: a, 404: a, 413: a, 415: a, 422: a, 429: a, 500: a } },
  editMessage: { body: Ee, responses: { 200: we, 400: a, 401: a, 403: a, 404: a, 413: a, 415: a, 422: a, 429: a, 500: a } },
  deleteMessage: { query: We, responses: { 204: null, 400: a, 401: a, 403: a, 404: a, 422: a, 429: a, 500: a } },
  startTyping: { body: ve, responses: { 204: null, 400: a, 401: a, 403: a, 404: a, 413: a, 415: a, 422: a, 429: a, 500: a } },
  stopTyping: { body: ve, responses: { 204: null, 400: a, 401: a, 403: a, 404: a, 413: a, 415: a, 422: a, 429: a, 500: a } },
  listChannelMembers: { query: Ye, responses: { 200: be, 400: a, 401: a, 403: a, 404: a, 422: a, 429: a, 500: a } },
  addChannelMembers: { body: Me, responses: { 200: ke, 400: a, 401: a, 403: a, 404: a, 409: a, 413: a, 415: a, 422: a, 429: a, 500: a } },
  removeChannelMembers: { body: Ce, responses: { 200: ke, 400: a, 401: a, 403: a, 404: a, 413: a, 415: a, 422: a, 429: a, 500: a } },
  createDirectChannel: { body: ze, responses: { 200: C, 400: a, 401: a, 403: a, 409: a, 413: a, 415: a, 422: a, 429: a, 500: a } },
  uploadFile: { responses: { 200: Re, 400: a, 401: a, 403: a, 413: a, 415: a, 422: a, 429: a, 500: a } },
  downloadFile: { responses: { 200: null, 400: a, 401: a, 403: a, 404: a, 429: a, 500: a } },
  deleteFile: { responses: { 204: null, 400: a, 401: a, 403: a, 404: a, 429: a, 500: a } },
  deleteMessageAttachments: { responses: { 204: null, 400: a, 401: a, 403: a, 404: a, 429: a, 500: a } },
  createPrivateChannel: { body: Ze, responses: { 200: C, 400: a, 401: a, 403: a, 413: a, 415: a, 422: a, 429: a, 500: a } },
  createPublicChannel: { body: Se, responses: { 200: C, 400: a, 401: a, 403: a, 409: a, 413: a, 415: a, 422: a, 429: a, 500: a } },
  listRoles: { responses: { 200: Qe, 400: a, 401: a, 403: a, 429: a, 500: a } },
  createRole: { body: Fe, responses: { 200: de, 400: a, 401: a, 403: a, 409: a, 413: a, 415: a, 422: a, 429: a, 500: a } },
  getRole: { responses: { 200: de, 400: a, 401: a, 403: a, 404: a, 429: a, 500: a } },
  updateRole: { body: Be, responses: { 200: de, 400: a, 401: a, 403: a, 404: a, 409: a, 413: a, 415: a, 422: a, 429: a, 500: a } },
  deleteRole: { responses: { 204: null, 400: a, 401: a, 403: a, 404: a, 409: a, 429: a, 500: a } },
  listUsers: { query: er, responses: { 200: Je, 400: a, 401: a, 403: a, 422: a, 429: a, 500: a } },
  createUser: { body: Xe, responses: { 200: fe, 400: a, 401: a, 403: a, 409: a, 413: a, 415: a, 422: a, 429: a, 500: a } },
  getUser: { responses: { 200: fe, 400: a, 401: a, 403: a, 404: a, 429: a, 500: a } },
  updateUser: { body: Ge, responses: { 200: fe, 400: a, 401: a, 403: a, 404: a, 413: a, 415: a, 422: a, 429: a, 500: a } },
  deleteUser: { responses: { 204: null, 400: a, 401: a, 403: a, 404: a, 429: a, 500: a } }
};
export {
  ir as validateSeed,
  ar as validators
};
