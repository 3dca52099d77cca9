using BarrierNode.Verify.Scan;

namespace BarrierNode.Verify.Tests.Scan;

/// <summary>Every kind of fault is found, in its line. The line is the one with the mark <c>//!</c>.</summary>
[TestClass]
public class PlantedFaultTests
{
    [TestMethod]
    [DataRow("a new object", """
        class Planted { object _kept; void Scan() {
            _kept = new object(); //!
        } }
        """)]
    [DataRow("a new array", """
        class Planted { int[] _kept; void Scan(int count) {
            _kept = new int[count]; //!
        } }
        """)]
    [DataRow("boxing", """
        class Planted { object _kept; void Scan(int number) {
            _kept = number; //!
        } }
        """)]
    [DataRow("a call to System.String.Concat outside the firmware", """
        class Planted { string _kept; void Scan(string one) {
            _kept = one + one; //!
        } }
        """)]
    [DataRow("a string", """
        class Planted { string _kept; void Scan() {
            _kept = "text"; //!
        } }
        """)]
    [DataRow("a new object", """
        class Planted { System.Func<int> _kept; void Scan(int number) {
            _kept = () => number; //!
        } }
        """)]
    [DataRow("a delegate", """
        class Planted { System.Action _kept; void Scan() {
            _kept = Scan; //!
        } }
        """)]
    [DataRow("an exception thrown", """
        class Planted { System.Exception _fault; void Scan(bool wrong) {
            if (wrong) {
                throw _fault; //!
            } } }
        """)]
    [DataRow("a try block", """
        class Planted { int _count; void Scan() {
            try {
                _count++; //!
            } finally { _count--; } } }
        """)]
    [DataRow("a static field that changes", """
        class Planted { static int s_count; void Scan() {
            s_count++; //!
        } }
        """)]
    [DataRow("a call to System.Collections.IEnumerable.GetEnumerator outside the firmware", """
        class Planted { System.Collections.IEnumerable _all; int _count; void Scan() {
            foreach (object one in _all) //!
            { _count++; } } }
        """)]
    [DataRow("a call to System.Math.Abs outside the firmware", """
        class Planted { int Scan(int number) {
            return System.Math.Abs(number); //!
        } }
        """)]
    [DataRow("a native loop of unknown length", """
        class Planted { int[] _from; int[] _to; void Scan(int count) {
            System.Array.Copy(_from, 0, _to, 0, 4);
            System.Array.Copy(_from, 0, _to, 0, count); //!
        } }
        """)]
    [DataRow("a local of the struct Pair", """
        struct Pair { public int A; public int B; }
        class Planted { Pair[] _all; int Scan(int a) {
            Pair pair = _all[a]; //!
            pair.A++; return pair.A + pair.B; } }
        """)]
    [DataRow("the struct Pair by value", """
        struct Pair { public int A; }
        class Planted { void Scan(Pair pair)
        { } //!
        }
        """)]
    [DataRow("an unbounded loop", """
        class Planted { int _count; void Scan() {
            while (true) {
                _count++; //!
            } } }
        """)]
    [DataRow("an unbounded loop", """
        class Planted { int _count; void Scan(int times) {
            for (int i = 0; i < times; i++) //!
            { _count++; } } }
        """)]
    [DataRow("an unbounded loop", """
        class Planted { int _count; void Scan() {
            for (int i = 0; i < 10; i++) //!
            { _count++; if (_count > 5) { i -= 1; } } } }
        """)]
    [DataRow("an unbounded loop", """
        class Planted { int _count; void Scan() {
            for (int i = 0; i < 10;) //!
            { if (_count++ > 5) { i++; } } } }
        """)]
    [DataRow("an unbounded loop", """
        class Planted { int _count; void Scan() {
            for (int i = 0;; i++) {
                if (_count++ > 5 && i > 10) { break; } //!
            } } }
        """)]
    [DataRow("an unbounded loop", """
        class Planted { int _count; void Scan() {
            for (int i = 0; i < 10;) //!
            { for (int k = 0; k < _count; k++) { i++; } } } }
        """)]
    [DataRow("an unbounded loop", """
        class Planted { int _count; void Scan() {
            int i = _count;
            if (_count > 3) { i = 0; }
            for (; i < 10; i++) //!
            { _count++; } } }
        """)]
    [DataRow("an unbounded loop", """
        class Planted { int _count; int _other; void Scan() {
            for (int i = 0; i < (_count > 3 ? 2 : _other); i++) //!
            { _count++; } } }
        """)]
    [DataRow("an unbounded loop", """
        class Planted { int _count; int _other; void Scan() {
            for (int i = 0; i < (_count > 3 ? _other : 2); i++) //!
            { _count++; } } }
        """)]
    [DataRow("an unbounded loop", """
        class Planted { int _count; void Scan() {
            for (int i = 0; i <= int.MaxValue; i++) //!
            { _count++; } } }
        """)]
    [DataRow("an unbounded loop", """
        class Planted { int _count; void Scan() {
            do { switch (_count) { case 1: return; } } //!
            while (_count++ > -1); } }
        """)]
    [DataRow("an unbounded loop", """
        class Planted { int _count; void Scan() {
            for (int i = 0; i < 10; i--) //!
            { _count++; } } }
        """)]
    [DataRow("an unbounded loop", """
        class Planted { int _count; void Scan(int bits) {
            for (; bits != 0; bits >>= 1) //!
            { _count++; } } }
        """)]
    [DataRow("an unbounded loop", """
        class Planted { int _count; void Scan() {
            for (int i = 0; i < 10; i++) //!
            { Change(ref i); } }
            void Change(ref int i) { i = _count; } }
        """)]
    [DataRow("an unbounded loop", """
        class Planted { int _next; bool Take() { return _next++ < 5; } void Scan() {
            while (Take()) { } //!
        } }
        """)]
    [DataRow("recursion", """
        class Planted { int Scan(int n) {
            return n == 0 ? 0 : Down(n); }
            int Down(int n) {
            return Scan(n - 1); //!
            } }
        """)]
    [DataRow("the unlisted instruction localloc", """
        class Planted { int Scan() {
            System.Span<int> kept = stackalloc int[4]; //!
            return kept.Length; } }
        """)]
    [DataRow("the virtual call IPart.Step without an implementer", """
        interface IPart { void Step(); }
        class Planted { IPart _part; void Scan() {
            _part.Step(); //!
        } }
        """)]
    [DataRow("an unbounded loop", """
        class Planted { int _count; void Scan() {
            Step(); }
            void Step() { Deeper(); }
            void Deeper() {
            for (int i = 0; i < _count; i++) //!
            { _count++; } } }
        """)]
    public void Fault_Planted_IsFoundInItsLine(string what, string source)
    {
        ScanResult result = Snippet.Check(Snippet.Compile(source));

        int line = Array.FindIndex(source.Split('\n'), l => l.Contains("//!", StringComparison.Ordinal)) + 1;
        Finding expected = new("Planted.cs", line, what + " in the scan, expected none");
        CollectionAssert.Contains(result.Findings.ToArray(), expected, string.Join('\n', result.Findings));
    }

    [TestMethod]
    public void VirtualCall_InTheInterlock_IsAFault()
    {
        const string Source = """
            class Part { public virtual void Step() { } }
            class Planted { Part _part; void Scan() {
                _part.Step();
            } }
            """;
        CollectionAssert.AreEqual(
            new Finding[] { new("Planted.cs", 3, "the virtual call Part.Step in the scan, expected none") },
            Snippet.Check(Snippet.Compile(Source, "BarrierNode.Interlock")).Findings.ToArray());
        Assert.IsEmpty(Snippet.Check(Snippet.Compile(Source)).Findings);
    }

    [TestMethod]
    [DataRow("_count = _sum;")]
    [DataRow("_counts[3] = _sum;")]
    [DataRow("int[] counts = _counts; counts[_sum] = 1;")]
    [DataRow("_counts[3]++;")]
    [DataRow("(_sum > 0 ? other : _counts)[0] = 1;")]
    [DataRow("Fill(_counts);")]
    public void Bound_ChangedByTheScan_IsAFault(string change)
    {
        string source = $$"""
            class Planted { int _count; int[] _counts; int _sum; void Scan(int[] other) {
                for (int i = 0; i < _count; i++) { _sum += i; }
                for (int i = 0; i < _counts[3]; i++) { _sum += i; }
                {{change}}
            }
            void Fill(int[] list) { list[0] = 1; } }
            """;
        CollectionAssert.AreEqual(
            new Finding[] { new("Planted.cs", 4, "a change of what bounds a loop in the scan, expected none") },
            Snippet.Check(Snippet.Compile(source), ("Planted::_count", 4), ("Planted::_counts[3]", 5)).Findings.ToArray());
    }
}
