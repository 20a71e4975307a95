-- Takes notices out of waiting and freezes the messages that say them: each message all or nothing.
-- KEYS 1 waiting, 2 sending, then of each message: waiting:<to>, send, spoken:<day> … in which it counts
-- ARGV machine, seconds to keep, seconds to keep a count, how many messages, then of each: how many keys are its own,
--      how many arguments follow, to, send id, send JSON, notice ids …
-- Returns for each 1; 0 if any notice is gone or this very message was frozen before.
local machine, keep, keepCount = ARGV[1], ARGV[2], ARGV[3]

local function freeze(firstKey, lastKey, first, last)
  local waitingOf, send, to, id, json = KEYS[firstKey], KEYS[firstKey + 1], ARGV[first], ARGV[first + 1], ARGV[first + 2]
  for i = first + 3, last do
    if redis.call('HEXISTS', waitingOf, ARGV[i]) == 0 then return 0 end
  end
  if redis.call('SET', send, json, 'EX', keep, 'NX') == false then return 0 end
  for i = first + 3, last do redis.call('HDEL', waitingOf, ARGV[i]) end
  if redis.call('EXISTS', waitingOf) == 0 then redis.call('ZREM', KEYS[1], to) end
  redis.call('ZADD', KEYS[2], machine, id)
  for i = firstKey + 2, lastKey do
    redis.call('HINCRBY', KEYS[i], to, 1)
    redis.call('EXPIRE', KEYS[i], keepCount)
  end
  return 1
end

local all, keys, at = {}, 2, 4
for i = 1, tonumber(ARGV[4]) do
  local own, arguments = tonumber(ARGV[at + 1]), tonumber(ARGV[at + 2])
  all[i] = freeze(keys + 1, keys + own, at + 3, at + 2 + arguments)
  keys, at = keys + own, at + 2 + arguments
end
return all
