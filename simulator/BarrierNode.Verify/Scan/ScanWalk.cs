using Mono.Cecil;
using Mono.Cecil.Cil;

namespace BarrierNode.Verify.Scan;

/// <summary>Walks all that some methods can reach: notes what breaks the rules and sums up the longest call of each method.</summary>
internal sealed class ScanWalk(FirmwareCode code, ScanBounds bounds)
{
    private readonly Dictionary<MethodDefinition, MethodSummary> _done = [];
    private readonly HashSet<MethodDefinition> _open = [];
    private readonly HashSet<Finding> _findings = [];
    private readonly List<MethodSummary> _order = [];

    /// <summary>What breaks the rules.</summary>
    public IEnumerable<Finding> Findings => _findings;

    /// <summary>Every method that was reached; whoever calls comes before what is called.</summary>
    public IEnumerable<MethodSummary> CallersFirst => _order.AsEnumerable().Reverse();

    /// <summary>Sums up a method and all that it reaches.</summary>
    public MethodSummary Of(MethodDefinition method)
    {
        if (_done.TryGetValue(method, out MethodSummary? known))
        {
            return known;
        }

        _open.Add(method);
        Dictionary<Instruction, MethodSummary> calls = Follow(method);
        MethodSummary summary = Sum(method, calls);
        _open.Remove(method);
        _done[method] = summary;
        _order.Add(summary);
        return summary;
    }

    // Every instruction is looked at, whether it can be reached or not; of several targets of a call the most expensive one counts.
    private Dictionary<Instruction, MethodSummary> Follow(MethodDefinition method)
    {
        Dictionary<Instruction, MethodSummary> calls = [];
        foreach ((Instruction at, string what) in ScanRules.Faults(method, code))
        {
            Note(at, what);
        }

        foreach (Instruction instruction in method.Body.Instructions)
        {
            Note(instruction, ScanRules.Fault(instruction));
            if (instruction.OpCode.Code is not (Code.Call or Code.Callvirt))
            {
                continue;
            }

            CallTargets targets = CallTargets.Of(method, instruction, code);
            Note(instruction, targets.Fault);
            if (targets.Bodies.Any(_open.Contains))
            {
                Note(instruction, "recursion");
            }
            else if (targets.Bodies.Count > 0)
            {
                calls[instruction] = targets.Bodies.Select(Of).MaxBy(s => s.Worst)!;
            }
        }

        return calls;
    }

    private MethodSummary Sum(MethodDefinition method, Dictionary<Instruction, MethodSummary> calls)
    {
        FlowGraph flow = new(method.Body);
        foreach (Block tangle in flow.Tangles)
        {
            Note(tangle.Last, "a jump into a loop");
        }

        ValueLimits values = new(method, flow, bounds);
        foreach (Instruction instruction in flow.Blocks.SelectMany(b => b.Code))
        {
            Note(instruction, values.MayChangeBound(instruction) ? "a change of what bounds a loop" : null);
            Note(instruction, IsEndless(instruction) ? "a native loop of unknown length" : null);
        }

        Dictionary<NaturalLoop, LoopBound?> loops = flow.Loops.ToDictionary(l => l, l => LoopBound.Of(l, flow, method, values));
        foreach (NaturalLoop loop in loops.Keys.Where(l => loops[l] is null))
        {
            Note(loop.Header.Code[0], "an unbounded loop");
        }

        WorstPath path = new PathSearch(flow, loops, Cost).Longest();
        long own = flow.Blocks.Sum(b => path.Visits[b.Number] * b.Code.Count);
        Dictionary<MethodSummary, long> called = [];
        foreach (Block block in flow.Blocks)
        {
            foreach (MethodSummary target in block.Code.Where(calls.ContainsKey).Select(i => calls[i]))
            {
                called[target] = called.GetValueOrDefault(target) + path.Visits[block.Number];
            }
        }

        return new(method, own, path.Cost, called);

        bool IsEndless(Instruction i) =>
            i.Operand is MethodReference called && AllowedCalls.WithLength.Contains(called.FullName) && values.Operand(i, 0) is null;

        long Cost(Block block) => block.Code.Sum(i => 1 + (calls.TryGetValue(i, out MethodSummary? target) ? target.Worst : 0));
    }

    private void Note(Instruction at, string? what)
    {
        if (what is not null)
        {
            (string file, int line) = code.Place(at);
            _findings.Add(new(file, line, $"{what} in the scan, expected none"));
        }
    }
}
