-- Reserves the next moment at which a message may start to a chat, within all limits of the platform.
-- KEYS 1 starts, 2 pause, 3 gate:<chat>
-- ARGV machine, random member, window ms, starts per window, chat gap ms, group window ms (0: no group), starts per group window
-- Returns the moment.
local now, window, limit, gap = tonumber(ARGV[1]), tonumber(ARGV[3]), tonumber(ARGV[4]), tonumber(ARGV[5])
local groupWindow, groupLimit = tonumber(ARGV[6]), tonumber(ARGV[7])
local start = math.max(now, tonumber(redis.call('ZSCORE', KEYS[2], 'all') or '0'))

-- The chat's own starts only ever grow: its last one, and the one `groupLimit` before, say how early the next may be.
local last = redis.call('LINDEX', KEYS[3], 0)
if last then start = math.max(start, tonumber(last) + gap) end
if groupWindow > 0 then
  local nth = redis.call('LINDEX', KEYS[3], groupLimit - 1)
  if nth then start = math.max(start, tonumber(nth) + groupWindow) end
end

-- Starts of all chats lie before and after each other, since a busy chat reserves far ahead. Among them no `limit`
-- neighbours may fall into one window with the new one.
redis.call('ZREMRANGEBYSCORE', KEYS[1], '-inf', '(' .. string.format('%.0f', now - window))
local line = redis.call('ZRANGEBYSCORE', KEYS[1], string.format('%.0f', start - window), '+inf', 'WITHSCORES')
local starts = {}
for i = 2, #line, 2 do starts[#starts + 1] = tonumber(line[i]) end
for i = 1, #starts - limit + 1 do
  local first, final = starts[i], starts[i + limit - 1]
  if math.max(start, final) - math.min(start, first) < window then start = first + window end
end

local moment = string.format('%.0f', start)
redis.call('ZADD', KEYS[1], moment, ARGV[2])
redis.call('PEXPIRE', KEYS[1], string.format('%.0f', start - now + 10 * window))
redis.call('LPUSH', KEYS[3], moment)
redis.call('LTRIM', KEYS[3], 0, groupWindow > 0 and groupLimit - 1 or 0)
redis.call('PEXPIRE', KEYS[3], string.format('%.0f', start - now + math.max(gap, groupWindow)))
return moment
