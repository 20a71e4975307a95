-- Takes notices of some recipients out of waiting, and puts others in: each all or nothing.
-- KEYS 1 waiting, 2 notice-ids, then of each: waiting:<from>, waiting:<to> … of the new notices
-- ARGV ready at, held from, how many, then of each: how many keys are its own, how many arguments follow, from, count,
--      ids …, then for each new notice: number of its key, to, id, JSON, office instant
-- Returns for each 1; 0 if any of the old ones is gone.
local readyAt, heldFrom = ARGV[1], tonumber(ARGV[2])

local function redistribute(keys, first, last)
  local waitingOf, from, n = KEYS[keys + 1], ARGV[first], tonumber(ARGV[first + 1])
  for i = first + 2, first + 1 + n do
    if redis.call('HEXISTS', waitingOf, ARGV[i]) == 0 then return 0 end
  end
  for i = first + 2, first + 1 + n do redis.call('HDEL', waitingOf, ARGV[i]) end
  for i = first + 2 + n, last, 5 do
    local waitingTo, to, id, notice, office = KEYS[keys + tonumber(ARGV[i])], ARGV[i + 1], ARGV[i + 2], ARGV[i + 3], ARGV[i + 4]
    if redis.call('ZADD', KEYS[2], 'NX', office, id) == 1 then
      redis.call('HSET', waitingTo, id, notice)
      local since = redis.call('ZSCORE', KEYS[1], to)
      if not since or tonumber(since) > heldFrom then redis.call('ZADD', KEYS[1], readyAt, to) end
    end
  end
  if redis.call('EXISTS', waitingOf) == 0 then redis.call('ZREM', KEYS[1], from) end
  return 1
end

local all, keys, at = {}, 2, 3
for i = 1, tonumber(ARGV[3]) do
  local own, arguments = tonumber(ARGV[at + 1]), tonumber(ARGV[at + 2])
  all[i] = redistribute(keys, at + 3, at + 2 + arguments)
  keys, at = keys + own, at + 2 + arguments
end
return all
