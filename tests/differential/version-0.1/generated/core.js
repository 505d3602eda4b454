// Made by wasm-bindgen; see the build. `WebAssembly` is the caller's stand-in.
export function createCore(WebAssembly) {
// target/bindgen/core/core.js
var Client = class {
  __destroy_into_raw() {
    const ptr = this.__wbg_ptr;
    this.__wbg_ptr = 0;
    ClientFinalization.unregister(this);
    return ptr;
  }
  free() {
    const ptr = this.__destroy_into_raw();
    wasm.p3(ptr, 0);
  }
  /**
   * Asks an endpoint.
   * @param {number} endpoint
   * @param {any} argument
   * @param {any} options
   * @returns {Promise<any>}
   */
  ask(endpoint, argument, options) {
    const ret = wasm.r3(this.__wbg_ptr, endpoint, argument, options);
    return ret;
  }
  /**
   * `memory` outlives this instance: dials are remembered in it.
   * @param {any} options
   * @param {Map<any, any>} memory
   */
  constructor(options, memory) {
    const ret = wasm.s3(options, memory);
    if (ret[2]) {
      throw takeFromExternrefTable0(ret[1]);
    }
    this.__wbg_ptr = ret[0];
    ClientFinalization.register(this, this.__wbg_ptr, this);
    return this;
  }
  /**
   * Every page from `filters.page` on.
   * @param {any} filters
   * @param {any} options
   * @returns {Sequence}
   */
  pages(filters, options) {
    const ret = wasm.t3(this.__wbg_ptr, filters, options);
    if (ret[2]) {
      throw takeFromExternrefTable0(ret[1]);
    }
    return Sequence.__wrap(ret[0]);
  }
  /**
   * Follows a call: `{ call, firstNewTurn, changed }`, whenever something is new.
   * @param {any} call_id
   * @param {any} options
   * @returns {Sequence}
   */
  watch(call_id, options) {
    const ret = wasm.u3(this.__wbg_ptr, call_id, options);
    if (ret[2]) {
      throw takeFromExternrefTable0(ret[1]);
    }
    return Sequence.__wrap(ret[0]);
  }
};
var Sequence = class _Sequence {
  static __wrap(ptr) {
    const obj = Object.create(_Sequence.prototype);
    obj.__wbg_ptr = ptr;
    SequenceFinalization.register(obj, obj.__wbg_ptr, obj);
    return obj;
  }
  __destroy_into_raw() {
    const ptr = this.__wbg_ptr;
    this.__wbg_ptr = 0;
    SequenceFinalization.unregister(this);
    return ptr;
  }
  free() {
    const ptr = this.__destroy_into_raw();
    wasm.q3(ptr, 0);
  }
  /**
   * The next one, or `undefined` after the last. One at a time.
   * @returns {Promise<any>}
   */
  next() {
    const ret = wasm.a4(this.__wbg_ptr);
    return ret;
  }
};
function decode(endpoint, answer, options) {
  const ret = wasm.v3(endpoint, answer, options);
  if (ret[2]) {
    throw takeFromExternrefTable0(ret[1]);
  }
  return takeFromExternrefTable0(ret[0]);
}
function parseQuestions(raw) {
  const ret = wasm.w3(raw);
  return ret;
}
function parseSummary(raw) {
  const ret = wasm.x3(raw);
  return ret;
}
function parseTranscript(text, options) {
  const ret = wasm.y3(text, options);
  if (ret[3]) {
    throw takeFromExternrefTable0(ret[2]);
  }
  var v1 = getArrayF64FromWasm0(ret[0], ret[1]).slice();
  wasm.j4(ret[0], ret[1] * 8, 8);
  return v1;
}
function request(endpoint, argument, options) {
  const ret = wasm.z3(endpoint, argument, options);
  if (ret[2]) {
    throw takeFromExternrefTable0(ret[1]);
  }
  return takeFromExternrefTable0(ret[0]);
}
function __wbg_get_imports() {
  const import0 = {
    __proto__: null,
    e3: function(arg0) {
      const v = arg0;
      const ret = typeof v === "boolean" ? v : void 0;
      return isLikeNone(ret) ? 16777215 : ret ? 1 : 0;
    },
    y2: function(arg0) {
      const ret = !arg0;
      return ret;
    },
    f3: function(arg0) {
      const ret = typeof arg0 === "function";
      return ret;
    },
    x2: function(arg0) {
      const ret = arg0 === null;
      return ret;
    },
    a3: function(arg0) {
      const val = arg0;
      const ret = typeof val === "object" && val !== null;
      return ret;
    },
    b3: function(arg0) {
      const ret = typeof arg0 === "string";
      return ret;
    },
    g3: function(arg0) {
      const ret = arg0 === void 0;
      return ret;
    },
    z2: function(arg0, arg1) {
      const ret = arg0 === arg1;
      return ret;
    },
    c3: function(arg0, arg1) {
      const obj = arg1;
      const ret = typeof obj === "number" ? obj : void 0;
      getDataViewMemory0().setFloat64((arg0 >>> 0) + 8 * 1, isLikeNone(ret) ? 0 : ret, true);
      getDataViewMemory0().setInt32((arg0 >>> 0) + 4 * 0, !isLikeNone(ret), true);
    },
    d3: function(arg0, arg1) {
      const obj = arg1;
      const ret = typeof obj === "string" ? obj : void 0;
      var ptr1 = isLikeNone(ret) ? 0 : passStringToWasm0(ret, wasm.h4, wasm.i4);
      var len1 = WASM_VECTOR_LEN;
      getDataViewMemory0().setInt32((arg0 >>> 0) + 4 * 1, len1, true);
      getDataViewMemory0().setInt32((arg0 >>> 0) + 4 * 0, ptr1, true);
    },
    v2: function(arg0, arg1) {
      throw new Error(getStringFromWasm0(arg0, arg1));
    },
    w2: function(arg0) {
      const ret = typeof arg0;
      return ret;
    },
    h3: function(arg0) {
      arg0._wbg_cb_unref();
    },
    k1: function(arg0) {
      arg0.abort();
    },
    g1: function(arg0) {
      const ret = arg0.aborted;
      return ret;
    },
    h1: function() {
      return handleError(function(arg0, arg1, arg2, arg3) {
        arg0.addEventListener(getStringFromWasm0(arg1, arg2), arg3);
      }, arguments);
    },
    e: function(arg0, arg1) {
      const ret = arg0.add(arg1);
      return ret;
    },
    x: function() {
      return handleError(function(arg0, arg1, arg2, arg3, arg4) {
        arg0.append(getStringFromWasm0(arg1, arg2), getStringFromWasm0(arg3, arg4));
      }, arguments);
    },
    c1: function(arg0) {
      const ret = arg0.body;
      return isLikeNone(ret) ? 0 : addToExternrefTable0(ret);
    },
    m: function() {
      return handleError(function(arg0, arg1, arg2, arg3, arg4) {
        const ret = arg0.call(arg1, arg2, arg3, arg4);
        return ret;
      }, arguments);
    },
    t1: function() {
      return handleError(function(arg0, arg1) {
        const ret = arg0.call(arg1);
        return ret;
      }, arguments);
    },
    l: function() {
      return handleError(function(arg0, arg1, arg2) {
        const ret = arg0.call(arg1, arg2);
        return ret;
      }, arguments);
    },
    t: function(arg0) {
      const ret = clearTimeout(arg0);
      return ret;
    },
    k: function(arg0, arg1) {
      const ret = arg0.delete(arg1);
      return ret;
    },
    a: function(arg0, arg1, arg2, arg3) {
      const ret = arg0.encodeInto(arg1, getArrayU8FromWasm0(arg2, arg3));
      return ret;
    },
    g2: function() {
      return handleError(function(arg0) {
        const ret = Object.fromEntries(arg0);
        return ret;
      }, arguments);
    },
    a1: function() {
      return handleError(function(arg0, arg1, arg2, arg3) {
        const ret = arg1.getItem(getStringFromWasm0(arg2, arg3));
        var ptr1 = isLikeNone(ret) ? 0 : passStringToWasm0(ret, wasm.h4, wasm.i4);
        var len1 = WASM_VECTOR_LEN;
        getDataViewMemory0().setInt32((arg0 >>> 0) + 4 * 1, len1, true);
        getDataViewMemory0().setInt32((arg0 >>> 0) + 4 * 0, ptr1, true);
      }, arguments);
    },
    p2: function() {
      return handleError(function(arg0, arg1) {
        const ret = Reflect.get(arg0, arg1);
        return ret;
      }, arguments);
    },
    v: function() {
      return handleError(function(arg0, arg1, arg2, arg3) {
        const ret = arg1.get(getStringFromWasm0(arg2, arg3));
        var ptr1 = isLikeNone(ret) ? 0 : passStringToWasm0(ret, wasm.h4, wasm.i4);
        var len1 = WASM_VECTOR_LEN;
        getDataViewMemory0().setInt32((arg0 >>> 0) + 4 * 1, len1, true);
        getDataViewMemory0().setInt32((arg0 >>> 0) + 4 * 0, ptr1, true);
      }, arguments);
    },
    h: function(arg0, arg1) {
      const ret = arg0.get(arg1);
      return ret;
    },
    r: function(arg0, arg1) {
      const ret = arg0[arg1 >>> 0];
      return ret;
    },
    i: function(arg0, arg1) {
      const ret = arg0.has(arg1);
      return ret;
    },
    e1: function(arg0) {
      const ret = arg0.headers;
      return ret;
    },
    v1: function(arg0) {
      let result;
      try {
        result = arg0 instanceof ArrayBuffer;
      } catch (_) {
        result = false;
      }
      const ret = result;
      return ret;
    },
    u1: function(arg0) {
      let result;
      try {
        result = arg0 instanceof Uint8Array;
      } catch (_) {
        result = false;
      }
      const ret = result;
      return ret;
    },
    f2: function(arg0) {
      const ret = Array.isArray(arg0);
      return ret;
    },
    o: function(arg0) {
      const ret = Object.keys(arg0);
      return ret;
    },
    q1: function(arg0) {
      const ret = arg0.length;
      return ret;
    },
    u: function(arg0) {
      const ret = arg0.length;
      return ret;
    },
    u2: function(arg0) {
      const ret = arg0.length;
      return ret;
    },
    p1: function(arg0) {
      const ret = new Uint8Array(arg0);
      return ret;
    },
    w: function() {
      return handleError(function() {
        const ret = new Headers();
        return ret;
      }, arguments);
    },
    d2: function() {
      const ret = new Array();
      return ret;
    },
    m1: function() {
      return handleError(function(arg0) {
        const ret = new ReadableStreamDefaultReader(arg0);
        return ret;
      }, arguments);
    },
    d: function() {
      const ret = new TextEncoder();
      return ret;
    },
    j1: function() {
      return handleError(function() {
        const ret = new AbortController();
        return ret;
      }, arguments);
    },
    x1: function() {
      const ret = /* @__PURE__ */ new Map();
      return ret;
    },
    p: function(arg0, arg1) {
      try {
        var state0 = { a: arg0, b: arg1 };
        var cb0 = (arg02, arg12) => {
          const a = state0.a;
          state0.a = 0;
          try {
            return wasm_bindgen__convert__closures_____invoke__hb98d63cc49481475(a, state0.b, arg02, arg12);
          } finally {
            state0.a = a;
          }
        };
        const ret = new Promise(cb0);
        return ret;
      } finally {
        state0.a = 0;
      }
    },
    h2: function() {
      const ret = new Object();
      return ret;
    },
    s1: function() {
      const ret = /* @__PURE__ */ new Set();
      return ret;
    },
    q: function(arg0, arg1) {
      try {
        var state0 = { a: arg0, b: arg1 };
        var cb0 = (arg02, arg12) => {
          const a = state0.a;
          state0.a = 0;
          try {
            return wasm_bindgen__convert__closures_____invoke__hb98d63cc49481475(a, state0.b, arg02, arg12);
          } finally {
            state0.a = a;
          }
        };
        const ret = new Promise(cb0);
        return ret;
      } finally {
        state0.a = 0;
      }
    },
    o1: function(arg0) {
      const ret = new Uint8Array(arg0 >>> 0);
      return ret;
    },
    y: function() {
      return handleError(function(arg0, arg1, arg2) {
        const ret = new Request(getStringFromWasm0(arg0, arg1), arg2);
        return ret;
      }, arguments);
    },
    y1: function() {
      const ret = Date.now();
      return ret;
    },
    e2: function(arg0, arg1) {
      const ret = Array.of(arg0, arg1);
      return ret;
    },
    a2: function() {
      return handleError(function(arg0, arg1) {
        const ret = JSON.parse(getStringFromWasm0(arg0, arg1));
        return ret;
      }, arguments);
    },
    z1: function(arg0, arg1) {
      const ret = Date.parse(getStringFromWasm0(arg0, arg1));
      return ret;
    },
    r1: function(arg0, arg1, arg2) {
      Uint8Array.prototype.set.call(getArrayU8FromWasm0(arg0, arg1), arg2);
    },
    g: function(arg0, arg1) {
      const ret = arg0.push(arg1);
      return ret;
    },
    s2: function(arg0) {
      const ret = arg0.queueMicrotask;
      return ret;
    },
    r2: function(arg0) {
      queueMicrotask(arg0);
    },
    m2: function(arg0) {
      const ret = Promise.race(arg0);
      return ret;
    },
    c2: function() {
      const ret = Math.random();
      return ret;
    },
    n1: function(arg0) {
      const ret = arg0.read();
      return ret;
    },
    b: function(arg0) {
      const ret = arg0.read;
      return ret;
    },
    f1: function(arg0) {
      const ret = arg0.reason;
      return ret;
    },
    n2: function(arg0) {
      const ret = Promise.reject(arg0);
      return ret;
    },
    i1: function() {
      return handleError(function(arg0, arg1, arg2, arg3) {
        arg0.removeEventListener(getStringFromWasm0(arg1, arg2), arg3);
      }, arguments);
    },
    z: function() {
      return handleError(function(arg0, arg1, arg2) {
        arg0.removeItem(getStringFromWasm0(arg1, arg2));
      }, arguments);
    },
    o2: function(arg0) {
      const ret = Promise.resolve(arg0);
      return ret;
    },
    b1: function() {
      return handleError(function(arg0, arg1, arg2, arg3, arg4) {
        arg0.setItem(getStringFromWasm0(arg1, arg2), getStringFromWasm0(arg3, arg4));
      }, arguments);
    },
    s: function() {
      return handleError(function(arg0, arg1) {
        const ret = setTimeout(arg0, arg1);
        return ret;
      }, arguments);
    },
    q2: function() {
      return handleError(function(arg0, arg1, arg2) {
        const ret = Reflect.set(arg0, arg1, arg2);
        return ret;
      }, arguments);
    },
    j: function(arg0, arg1, arg2) {
      const ret = arg0.set(arg1, arg2);
      return ret;
    },
    l1: function(arg0) {
      const ret = arg0.signal;
      return ret;
    },
    f: function(arg0) {
      const ret = arg0.size;
      return ret;
    },
    t2: function(arg0, arg1, arg2) {
      const ret = arg0.slice(arg1 >>> 0, arg2 >>> 0);
      return ret;
    },
    i2: function() {
      const ret = typeof globalThis === "undefined" ? void 0 : globalThis;
      return isLikeNone(ret) ? 0 : addToExternrefTable0(ret);
    },
    k2: function() {
      const ret = typeof global === "undefined" ? void 0 : global;
      return isLikeNone(ret) ? 0 : addToExternrefTable0(ret);
    },
    j2: function() {
      const ret = typeof self === "undefined" ? void 0 : self;
      return isLikeNone(ret) ? 0 : addToExternrefTable0(ret);
    },
    l2: function() {
      const ret = typeof window === "undefined" ? void 0 : window;
      return isLikeNone(ret) ? 0 : addToExternrefTable0(ret);
    },
    d1: function(arg0) {
      const ret = arg0.status;
      return ret;
    },
    b2: function() {
      return handleError(function(arg0) {
        const ret = JSON.stringify(arg0);
        return ret;
      }, arguments);
    },
    n: function(arg0, arg1, arg2) {
      const ret = arg0.then(arg1, arg2);
      return ret;
    },
    w1: function(arg0, arg1) {
      const ret = arg0.then(arg1);
      return ret;
    },
    c: function(arg0) {
      const ret = arg0.written;
      return ret;
    },
    j3: function(arg0, arg1) {
      const ret = makeMutClosure(arg0, arg1, wasm_bindgen__convert__closures_____invoke__h60702a48838d1764);
      return ret;
    },
    k3: function(arg0, arg1) {
      const ret = makeMutClosure(arg0, arg1, wasm_bindgen__convert__closures_____invoke__he5ff5a6db65ddc42);
      return ret;
    },
    l3: function(arg0, arg1) {
      const ret = makeMutClosure(arg0, arg1, wasm_bindgen__convert__closures_____invoke__h6f085f14e5d01c88);
      return ret;
    },
    m3: function(arg0) {
      const ret = arg0;
      return ret;
    },
    n3: function(arg0, arg1) {
      const ret = getStringFromWasm0(arg0, arg1);
      return ret;
    },
    i3: function() {
      const table = wasm.m4;
      table.set(0, void 0);
      table.set(1024, void 0);
      table.set(1025, null);
      table.set(1026, true);
      table.set(1027, false);
    }
  };
  return {
    __proto__: null,
    "a": import0
  };
}
function wasm_bindgen__convert__closures_____invoke__h6f085f14e5d01c88(arg0, arg1) {
  wasm.g4(arg0, arg1);
}
function wasm_bindgen__convert__closures_____invoke__he5ff5a6db65ddc42(arg0, arg1, arg2) {
  const ret = wasm.f4(arg0, arg1, arg2);
  return ret;
}
function wasm_bindgen__convert__closures_____invoke__h60702a48838d1764(arg0, arg1, arg2) {
  const ret = wasm.d4(arg0, arg1, arg2);
  if (ret[1]) {
    throw takeFromExternrefTable0(ret[0]);
  }
}
function wasm_bindgen__convert__closures_____invoke__hb98d63cc49481475(arg0, arg1, arg2, arg3) {
  wasm.e4(arg0, arg1, arg2, arg3);
}
var ClientFinalization = typeof FinalizationRegistry === "undefined" ? { register: () => {
}, unregister: () => {
} } : new FinalizationRegistry((ptr) => wasm.p3(ptr, 1));
var SequenceFinalization = typeof FinalizationRegistry === "undefined" ? { register: () => {
}, unregister: () => {
} } : new FinalizationRegistry((ptr) => wasm.q3(ptr, 1));
function addToExternrefTable0(obj) {
  const idx = wasm.l4();
  wasm.m4.set(idx, obj);
  return idx;
}
var CLOSURE_DTORS = typeof FinalizationRegistry === "undefined" ? { register: () => {
}, unregister: () => {
} } : new FinalizationRegistry((state) => wasm.n4(state.a, state.b));
function getArrayF64FromWasm0(ptr, len) {
  ptr = ptr >>> 0;
  return getFloat64ArrayMemory0().subarray(ptr / 8, ptr / 8 + len);
}
function getArrayU8FromWasm0(ptr, len) {
  ptr = ptr >>> 0;
  return getUint8ArrayMemory0().subarray(ptr / 1, ptr / 1 + len);
}
var cachedDataViewMemory0 = null;
function getDataViewMemory0() {
  if (cachedDataViewMemory0 === null || cachedDataViewMemory0.buffer.detached === true || cachedDataViewMemory0.buffer.detached === void 0 && cachedDataViewMemory0.buffer !== wasm.o3.buffer) {
    cachedDataViewMemory0 = new DataView(wasm.o3.buffer);
  }
  return cachedDataViewMemory0;
}
var cachedFloat64ArrayMemory0 = null;
function getFloat64ArrayMemory0() {
  if (cachedFloat64ArrayMemory0 === null || cachedFloat64ArrayMemory0.byteLength === 0) {
    cachedFloat64ArrayMemory0 = new Float64Array(wasm.o3.buffer);
  }
  return cachedFloat64ArrayMemory0;
}
function getStringFromWasm0(ptr, len) {
  ptr = ptr >>> 0;
  return decodeText(getUint8ArrayMemory0().subarray(ptr, ptr + len));
}
var cachedUint8ArrayMemory0 = null;
function getUint8ArrayMemory0() {
  if (cachedUint8ArrayMemory0 === null || cachedUint8ArrayMemory0.byteLength === 0) {
    cachedUint8ArrayMemory0 = new Uint8Array(wasm.o3.buffer);
  }
  return cachedUint8ArrayMemory0;
}
function handleError(f, args) {
  try {
    return f.apply(this, args);
  } catch (e) {
    const idx = addToExternrefTable0(e);
    wasm.k4(idx);
  }
}
function isLikeNone(x) {
  return x === void 0 || x === null;
}
function makeMutClosure(arg0, arg1, f) {
  const state = { a: arg0, b: arg1, cnt: 1 };
  const real = (...args) => {
    state.cnt++;
    const a = state.a;
    state.a = 0;
    try {
      return f(a, state.b, ...args);
    } finally {
      state.a = a;
      real._wbg_cb_unref();
    }
  };
  real._wbg_cb_unref = () => {
    if (--state.cnt === 0) {
      wasm.n4(state.a, state.b);
      state.a = 0;
      CLOSURE_DTORS.unregister(state);
    }
  };
  CLOSURE_DTORS.register(real, state, state);
  return real;
}
function passStringToWasm0(arg, malloc, realloc) {
  let len = arg.length;
  let ptr = malloc(len, 1) >>> 0;
  const mem = getUint8ArrayMemory0();
  let offset = 0;
  for (; offset < len; offset++) {
    const code = arg.charCodeAt(offset);
    if (code > 127) break;
    mem[ptr + offset] = code;
  }
  if (offset !== len) {
    if (offset !== 0) {
      arg = arg.slice(offset);
    }
    ptr = realloc(ptr, len, len = offset + arg.length * 3, 1) >>> 0;
    const view = getUint8ArrayMemory0().subarray(ptr + offset, ptr + len);
    const ret = cachedTextEncoder.encodeInto(arg, view);
    offset += ret.written;
    ptr = realloc(ptr, len, offset, 1) >>> 0;
  }
  WASM_VECTOR_LEN = offset;
  return ptr;
}
function takeFromExternrefTable0(idx) {
  const value = wasm.m4.get(idx);
  wasm.o4(idx);
  return value;
}
var cachedTextDecoder = new TextDecoder("utf-8", { ignoreBOM: true });
cachedTextDecoder.decode();
var MAX_SAFARI_DECODE_BYTES = 2146435072;
var numBytesDecoded = 0;
function decodeText(bytes) {
  numBytesDecoded += bytes.length;
  if (numBytesDecoded >= MAX_SAFARI_DECODE_BYTES) {
    cachedTextDecoder = new TextDecoder("utf-8", { ignoreBOM: true });
    cachedTextDecoder.decode();
    numBytesDecoded = bytes.length;
  }
  return cachedTextDecoder.decode(bytes);
}
var cachedTextEncoder = new TextEncoder();
var WASM_VECTOR_LEN = 0;
var wasmModule;
var wasmInstance;
var wasm;
function __wbg_finalize_init(instance, module) {
  wasmInstance = instance;
  wasm = instance.exports;
  wasmModule = module;
  cachedDataViewMemory0 = null;
  cachedFloat64ArrayMemory0 = null;
  cachedUint8ArrayMemory0 = null;
  wasm.p4();
  return wasm;
}
function initSync({ module }) {
  if (wasm !== void 0) return wasm;
  const imports = __wbg_get_imports();
  if (!(module instanceof WebAssembly.Module)) {
    module = new WebAssembly.Module(module);
  }
  const instance = new WebAssembly.Instance(module, imports);
  return __wbg_finalize_init(instance, module);
}
return {
  Client,
  decode,
  initSync,
  parseQuestions,
  parseSummary,
  parseTranscript,
  request
};
}
