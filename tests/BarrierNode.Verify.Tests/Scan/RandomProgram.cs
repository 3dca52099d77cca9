using System.Text;

namespace BarrierNode.Verify.Tests.Scan;

/// <summary>Writes a random method in the shapes that the firmware uses: nested loops, branches, early ends, calls to the methods before it.</summary>
internal sealed class RandomProgram(Random random)
{
    private readonly StringBuilder _text = new();
    private int _names;

    /// <summary>The source of class <c>Planted</c> with the methods M0, M1, … and <c>Scan</c>, which calls the last of them.</summary>
    public string Write(int methods)
    {
        _text.Append("public class Planted {\npublic int S;\npublic int[] L = new int[5];\npublic readonly int N = 4;\n");
        for (int m = 0; m < methods; m++)
        {
            _text.Append($"private int M{m}() {{\n");
            Body(3, m, inLoop: false);
            _text.Append("return S;\n}\n");
        }

        _text.Append($"public void Scan() {{ M{methods - 1}(); }}\n}}\n");
        return _text.ToString();
    }

    private void Body(int depth, int methods, bool inLoop)
    {
        for (int i = random.Next(1, 4); i > 0; i--)
        {
            Statement(depth, methods, inLoop);
        }
    }

    private void Statement(int depth, int methods, bool inLoop)
    {
        // The numbers come from S, which every statement changes: so the ways through differ from run to run.
        string test = $"((S >> {random.Next(8)}) & 1) == {random.Next(2)}";
        switch (random.Next(depth > 0 ? 8 : 4))
        {
            case 0 or 1:
                _text.Append($"S = S * {random.Next(3, 1000)} + {random.Next(1000)};\n");
                break;
            case 2 when methods > 0:
                _text.Append($"S += M{random.Next(methods)}();\n");
                break;
            case 3 when inLoop:
                _text.Append($"if ({test}) {{ {(random.Next(3) == 0 ? "return S" : random.Next(2) == 0 ? "break" : "continue")}; }}\n");
                break;
            case 4:
                _text.Append($"if ({test}) {{\n");
                Body(depth - 1, methods, inLoop);
                _text.Append("} else {\n");
                Body(depth - 1, methods, inLoop);
                _text.Append("}\n");
                break;
            case 5 or 6:
                string i = $"i{_names++}";
                _text.Append(random.Next(4) switch
                {
                    0 => $"for (int {i} = 0; {i} < N; {i}++) {{\n",
                    1 => $"for (int {i} = L.Length - 1; {i} >= 0 && {test}; {i}--) {{\n",
                    2 => $"foreach (int {i} in L) {{\n",
                    _ => $"for (int {i} = {random.Next(3)}; {test} || {i} < 2; {i} += 2) {{\nif ({i} > N) {{ break; }}\n",
                });
                Body(depth - 1, methods, inLoop: true);
                _text.Append("}\n");
                break;
            case 7:
                string b = $"b{_names++}";
                _text.Append($"uint {b} = (uint)S;\nwhile ({b} != 0 && {test}) {{\n{b} >>= 1;\n");
                Body(depth - 1, methods, inLoop: true);
                _text.Append("}\n");
                break;
            default:
                _text.Append($"S ^= {random.Next(1000)};\n");
                break;
        }
    }
}
