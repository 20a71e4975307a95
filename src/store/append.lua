-- include settled
-- Writes decisions one after the other, each whole or not at all: compares the heads of the threads it was read from,
-- numbers the entries, and keeps facts, indexes, outbox and wakes in step. Everything was decided and worked out by the
-- callers; one that fails keeps none of the others from being written.
--
-- KEYS  1 heads  2 states  3 ledger  4 occurrences  5 told  6 texts  7 open  8 asked  9 due  10 settled
--       11 waiting  12 notice-ids  13 wakes, then of each decision: source (or heads again, if there is none), and
--       open:<measure>, settled-by:<person>, waiting:<recipient> and the keys of a settled send, named below by their
--       number among those of their decision
-- ARGV  ready at, held from, seconds to keep a source, how many decisions, then of each: how many keys are its own, how
--       many arguments follow, and these: a flat list of sections, each with its count first (see change-args.ts, which
--       writes it in this order)
-- Returns for each {'written', last seq} | {'moved'} | {'known', answer} | {'failed', why}
local readyAt, heldFrom, sourceSeconds = ARGV[1], tonumber(ARGV[2]), ARGV[3]
local at, base = 4, 13
local function take() at = at + 1; return ARGV[at] end
local function count() return tonumber(take()) end
local function key() return KEYS[base + tonumber(take())] end
local function flag() return take() == '1' end

local rank = { gone = 0, relayed = 1 }
local function rankOf(told) return rank[string.match(told, '"how":"(%a+)"')] or 2 end

local function append()
  local hasSource, answer, source = flag(), take(), KEYS[base + 1]

  -- A source that was recorded answers as it did the first time, whatever has happened since.
  if hasSource then
    local known = redis.call('GET', source)
    if known then return { 'known', known } end
  end

  local threads = {}
  for _ = 1, count() do
    local thread, expected = take(), tonumber(take())
    if tonumber(redis.call('HGET', KEYS[1], thread) or '0') ~= expected then return { 'moved' } end
    threads[#threads + 1] = thread
  end

  -- Nothing may be written before the last comparison: the occurrences stand further on and are looked at first.
  local back = at
  for _ = 1, count() do take() take() end
  for _ = 1, count() do take() end
  for _ = 1, count() do
    local id = take()
    at = at + 6
    local expected = take()
    if expected ~= '' then
      local old = redis.call('HGET', KEYS[4], id)
      local writes = old and string.match(old, '"writes":(%d+)') or '0'
      if writes ~= expected then return { 'moved' } end
    end
  end
  at = back

  -- A state is written without an entry too, and whoever read the one before must notice: its head moves on by less than
  -- any number of such writes between two entries could add up to a whole.
  for _ = 1, count() do
    local thread = take()
    redis.call('HSET', KEYS[2], thread, take())
    local head = tonumber(redis.call('HGET', KEYS[1], thread) or '0') + 2 ^ -20
    redis.call('HSET', KEYS[1], thread, string.format('%.17g', head))
  end

  local seq = tonumber(redis.call('HGET', KEYS[1], '*') or '0')
  local entries = count()
  for _ = 1, entries do
    seq = seq + 1
    redis.call('XADD', KEYS[3], string.format('%.0f-0', seq), 'e', take())
  end
  if entries > 0 then
    local last = string.format('%.0f', seq)
    redis.call('HSET', KEYS[1], '*', last)
    for _, thread in ipairs(threads) do redis.call('HSET', KEYS[1], thread, last) end
  end

  for _ = 1, count() do
    local id, facts, openOf, due, asked, settledAt = take(), take(), key(), take(), take(), take()
    local settledBy = KEYS[base + (tonumber(take()) or 0)]
    take()
    -- Who is asked may change while it is open: the old index line is found from the old facts.
    local old = redis.call('HGET', KEYS[4], id)
    local before = old and string.match(old, '"asked":"([^"]*)"')
    if before and before ~= asked then redis.call('ZREM', KEYS[8], before .. ' ' .. id) end
    redis.call('HSET', KEYS[4], id, facts)
    redis.call('ZADD', KEYS[9], due, id)
    if settledAt == '' then
      redis.call('SADD', KEYS[7], id)
      redis.call('SADD', openOf, id)
      redis.call('ZADD', KEYS[8], 0, asked .. ' ' .. id)
      if old then redis.call('ZREM', KEYS[10], id) end
    else
      redis.call('SREM', KEYS[7], id)
      redis.call('SREM', openOf, id)
      redis.call('ZREM', KEYS[8], asked .. ' ' .. id)
      redis.call('ZADD', KEYS[10], settledAt, id)
      -- What somebody reported of late: few lines, whatever the office's size.
      redis.call('ZADD', settledBy, settledAt, id)
      redis.call('ZREMRANGEBYSCORE', settledBy, '-inf', string.format('(%.0f', tonumber(settledAt) - 259200000))
      redis.call('EXPIRE', settledBy, 259200)
    end
  end

  -- The first telling counts, unless it did not arrive, or somebody was only asked to pass it on.
  for _ = 1, count() do
    local id, told = take(), take()
    local old = redis.call('HGET', KEYS[5], id)
    if not old or rankOf(told) > rankOf(old) then
      redis.call('HSET', KEYS[5], id, told)
    end
  end

  -- An id that was put once is never put again, whatever became of it: no notice is said twice.
  for _ = 1, count() do
    local waitingOf, to, id, notice, office = key(), take(), take(), take(), take()
    if redis.call('ZADD', KEYS[12], 'NX', office, id) == 1 then
      redis.call('HSET', waitingOf, id, notice)
      local from = redis.call('ZSCORE', KEYS[11], to)
      if not from or tonumber(from) > heldFrom then redis.call('ZADD', KEYS[11], readyAt, to) end
    end
  end
  local forgetBefore = take()
  if forgetBefore ~= '' then redis.call('ZREMRANGEBYSCORE', KEYS[12], '-inf', '(' .. forgetBefore) end

  for _ = 1, count() do
    local wake, when = take(), take()
    if when == '' then redis.call('ZREM', KEYS[13], wake) else redis.call('ZADD', KEYS[13], when, wake) end
  end
  for _ = 1, count() do
    local wake, when = take(), take()
    redis.call('ZADD', KEYS[13], 'LT', when, wake)
  end

  for _ = 1, count() do redis.call('HSET', KEYS[6], take(), take()) end

  if count() == 1 then settleSend(key(), key(), key(), key(), key(), take) end

  if hasSource then redis.call('SET', source, answer, 'EX', sourceSeconds) end
  return { 'written', string.format('%.0f', seq) }
end

local all = {}
for i = 1, tonumber(ARGV[4]) do
  local keys, arguments = count(), count()
  local from = at
  local ok, outcome = pcall(append)
  all[i] = ok and outcome or { 'failed', type(outcome) == 'table' and outcome.err or tostring(outcome) }
  at, base = from + arguments, base + keys
end
return all
