-- Asks for a different filter, order and page with each request, so that every page is rendered anew.
local paths, i = {}, 0
local statuses = { "gronn", "gul", "rod" }
local sorts = { "navn", "-budsjett", "slutt", "-totalkostnad", "virksomhet", "status" }
function init(args)
    local root = args[1]
    for s = 1, #statuses do
        for o = 1, #sorts do
            for side = 1, 20 do
                paths[#paths + 1] = root .. "/tiltak?status=" .. statuses[s] .. "&sorter=" .. sorts[o] .. "&side=" .. side
            end
        end
    end
end
function request()
    i = i % #paths + 1
    return wrk.format("GET", paths[i])
end
function done(summary, latency)
    io.write(string.format("RESULT %.0f %.2f %d\n", summary.requests / (summary.duration / 1e6), latency:percentile(99) / 1000, summary.errors.status + summary.errors.connect + summary.errors.read + summary.errors.timeout))
end
