using System.Net;
using System.Net.Sockets;
using BarrierNode.Desktop.Screens;

namespace BarrierNode.Desktop.Tests;

/// <summary>What the server answers, browser or not.</summary>
[TestClass]
public class ScreenServerTests
{
    private readonly FakeStreet _street = new();
    private readonly HttpClient _client = new();
    private ScreenServer _server = null!;

    [TestInitialize]
    public async Task Start()
    {
        _server = new(_street, port: 0);
        await _server.StartAsync();
        _client.BaseAddress = _server.Address;
    }

    [TestCleanup]
    public async Task Stop()
    {
        _client.Dispose();
        await _server.DisposeAsync();
    }

    [TestMethod]
    [DataRow("Origin", "https://evil.example")]
    [DataRow("Origin", "null")]
    [DataRow("Origin", "http://127.0.0.1:1")]
    [DataRow("Sec-Fetch-Site", "cross-site")]
    [DataRow("Sec-Fetch-Site", "same-site")]
    [DataRow("Sec-Fetch-Site", "none")]
    public async Task Post_FromAnotherWebPage_IsRefusedAndDoesNothing(string header, string value)
    {
        HttpResponseMessage answer = await PostAsync("/lanes/promenade/raise", "anna", (header, value));

        Assert.AreEqual(HttpStatusCode.Forbidden, answer.StatusCode);
        StringAssert.Contains(await answer.Content.ReadAsStringAsync(), "not from another web page");
        Assert.IsEmpty(_street.Asked);
    }

    [TestMethod]
    [DataRow("/street/emergency-stop/press")]
    [DataRow("/street/emergency-stop/release")]
    [DataRow("/street/reset")]
    [DataRow("/lanes/promenade/send-car")]
    public async Task StreetPost_FromAnotherWebPage_IsRefusedToo(string path)
    {
        Assert.AreEqual(HttpStatusCode.Forbidden, (await PostAsync(path, null, ("Sec-Fetch-Site", "cross-site"))).StatusCode);
        Assert.IsEmpty(_street.Asked);
    }

    [TestMethod]
    public async Task Post_FromItsOwnPage_IsTaken()
    {
        HttpResponseMessage answer = await PostAsync(
            "/lanes/promenade/raise", "anna",
            ("Origin", _server.Address.GetLeftPart(UriPartial.Authority)), ("Sec-Fetch-Site", "same-origin"));

        Assert.AreEqual("Raise sent to promenade.", await answer.Content.ReadAsStringAsync());
        CollectionAssert.AreEqual(new[] { "promenade raise by anna" }, _street.Asked.ToArray());
    }

    [TestMethod]
    public async Task Request_UnderAForeignHostName_IsRefused()
    {
        HttpResponseMessage answer = await SendAsync(HttpMethod.Get, "/", null, ("Host", "evil.example"));

        Assert.AreEqual(HttpStatusCode.Forbidden, answer.StatusCode);
    }

    [TestMethod]
    public async Task Get_OfAButton_DoesNothing()
    {
        HttpResponseMessage answer = await SendAsync(HttpMethod.Get, "/lanes/promenade/raise", null);

        Assert.AreEqual(HttpStatusCode.MethodNotAllowed, answer.StatusCode);
        Assert.IsEmpty(_street.Asked);
    }

    [TestMethod]
    [DataRow("/lanes/nowhere/raise", "anna", 404, "This site has no lane \"nowhere\".")]
    [DataRow("/lanes/promenade/explode", "anna", 404, "There is no button \"explode\".")]
    [DataRow("/lanes/promenade/none", "anna", 404, "There is no button \"none\".")]
    [DataRow("/lanes/promenade/raise", "", 400, "Not sent: the operator's name has 0 characters, expected 1 to 32.")]
    [DataRow("/lanes/promenade/raise", null, 400, "Not sent: the operator's name has 0 characters, expected 1 to 32.")]
    [DataRow("/lanes/promenade/raise", "123456789012345678901234567890123", 400,
        "Not sent: the operator's name has 33 characters, expected 1 to 32.")]
    public async Task Post_ThatIsWrong_SaysWhatIsWrong(string path, string? operatorName, int status, string sentence)
    {
        HttpResponseMessage answer = await PostAsync(path, operatorName);

        Assert.AreEqual((HttpStatusCode)status, answer.StatusCode);
        Assert.AreEqual(sentence, await answer.Content.ReadAsStringAsync());
        Assert.IsEmpty(_street.Asked);
    }

    [TestMethod]
    public async Task Post_TooLarge_IsRefused()
    {
        HttpResponseMessage answer = await PostAsync("/lanes/promenade/raise", new string('a', 10_000));

        Assert.IsFalse(answer.IsSuccessStatusCode);
        Assert.IsEmpty(_street.Asked);
    }

    [TestMethod]
    public async Task Fault_BehindAButton_GivesASentenceAndIsReported()
    {
        List<Exception> faults = [];
        _server.Faulted += faults.Add;
        _street.Fault = new InvalidOperationException("secret detail");

        HttpResponseMessage answer = await PostAsync("/lanes/promenade/raise", "anna");

        Assert.AreEqual(HttpStatusCode.InternalServerError, answer.StatusCode);
        Assert.AreEqual("The server could not do this. Its log has the details.", await answer.Content.ReadAsStringAsync());
        Assert.AreSame(_street.Fault, faults.Single());
    }

    [TestMethod]
    [DataRow("/", "text/html")]
    [DataRow("/street.js", "text/javascript")]
    [DataRow("/street.css", "text/css")]
    [DataRow("/icon.svg", "image/svg+xml")]
    public async Task Page_AndItsParts_AreServedWithHeadersThatKeepOthersOut(string path, string type)
    {
        HttpResponseMessage answer = await SendAsync(HttpMethod.Get, path, null);

        Assert.AreEqual(HttpStatusCode.OK, answer.StatusCode);
        Assert.AreEqual(type, answer.Content.Headers.ContentType!.MediaType);
        StringAssert.StartsWith(answer.Headers.GetValues("Content-Security-Policy").Single(), "default-src 'self';");
        Assert.AreEqual("nosniff", answer.Headers.GetValues("X-Content-Type-Options").Single());
        string text = await answer.Content.ReadAsStringAsync();
        Assert.IsFalse(text.Replace("http://www.w3.org/2000/svg", "").Contains("http", StringComparison.Ordinal), "names another server");
        Assert.IsFalse(text.Contains("style=", StringComparison.Ordinal), "a style that the policy blocks");
    }

    [TestMethod]
    public async Task Script_OfThePage_StaysSmall()
    {
        string script = await _client.GetStringAsync("/street.js");

        Assert.IsLessThanOrEqualTo(80, script.Split('\n').Length);
    }

    [TestMethod]
    public async Task Stream_OfAStillStreet_SendsEverythingOnceAndThenOnlyHeartbeats()
    {
        using StreamReader reader = new(await _client.GetStreamAsync("/stream"));

        string first = await NextMessageAsync(reader);
        string second = await NextMessageAsync(reader);

        foreach (string id in new[] { "overview", "stale", "street", "caption", "events", "face-promenade", "face-depot", "node" })
        {
            StringAssert.Contains(first, $"\"{id}\":");
        }

        StringAssert.Contains(second, "\"parts\":{}");
    }

    [TestMethod]
    public async Task Stream_AfterAChange_SendsOnlyWhatChanged()
    {
        using StreamReader reader = new(await _client.GetStreamAsync("/stream"));
        await NextMessageAsync(reader);

        _street.ChangeLane("depot", l => l with { Mode = "starting" });

        string message = await NextMessageAsync(reader);
        while (message.Contains("\"parts\":{}", StringComparison.Ordinal))
        {
            message = await NextMessageAsync(reader);
        }

        StringAssert.Contains(message, "\"face-depot\":");
        Assert.DoesNotContain("face-promenade", message);
        Assert.DoesNotContain("\"street\":", message);
    }

    [TestMethod]
    public async Task Stop_WithAnOpenStream_DoesNotWaitForTheReader()
    {
        using StreamReader reader = new(await _client.GetStreamAsync("/stream"));
        await NextMessageAsync(reader);

        await _server.StopAsync().WaitAsync(TimeSpan.FromSeconds(20));
    }

    [TestMethod]
    public async Task Start_OnATakenPort_SaysWhatToDo()
    {
        using TcpListener other = new(IPAddress.Loopback, 0);
        other.Start();
        int port = ((IPEndPoint)other.LocalEndpoint).Port;
        await using ScreenServer second = new(_street, port);

        PortTakenException wrong = await Assert.ThrowsExactlyAsync<PortTakenException>(() => second.StartAsync());

        Assert.AreEqual($"Port {port} is used by another program. Stop that program, or choose another port with --port.", wrong.Message);
    }

    [TestMethod]
    public void PortTaken_WithoutTheRight_SaysChooseAHigherOne()
    {
        PortTakenException wrong = PortTakenException.Of(80, new SocketException((int)SocketError.AccessDenied));

        Assert.AreEqual("Port 80 may not be opened by this user. Choose one above 1023 with --port.", wrong.Message);
    }

    private static async Task<string> NextMessageAsync(StreamReader reader)
    {
        while (await reader.ReadLineAsync().WaitAsync(TimeSpan.FromSeconds(30)) is { } line)
        {
            if (line.StartsWith("data: ", StringComparison.Ordinal))
            {
                return line;
            }
        }

        throw new AssertFailedException("The stream ended.");
    }

    private Task<HttpResponseMessage> PostAsync(string path, string? operatorName, params (string Name, string Value)[] headers) =>
        SendAsync(HttpMethod.Post, path, operatorName, headers);

    private Task<HttpResponseMessage> SendAsync(
        HttpMethod method, string path, string? operatorName, params (string Name, string Value)[] headers)
    {
        HttpRequestMessage request = new(method, path);
        if (operatorName is not null)
        {
            request.Content = new FormUrlEncodedContent([new("operator", operatorName)]);
        }

        foreach ((string name, string value) in headers)
        {
            request.Headers.TryAddWithoutValidation(name, value);
        }

        return _client.SendAsync(request);
    }
}
