namespace BarrierNode.Desktop.Screens;

/// <summary>
/// Keeps other web pages away from the buttons. The server answers only under a name of this very machine, so that a foreign name that
/// is made to point here gets nothing; and it takes a post only from its own page. A program that is no browser sends neither header
/// and is let through: it could do as it likes anyway.
/// </summary>
public static class RequestGuard
{
    /// <summary>Why a request is not answered, or null when it may pass.</summary>
    /// <param name="request">The request.</param>
    public static string? Refusal(HttpRequest request)
    {
        if (request.Host.Host is not ("localhost" or "127.0.0.1" or "[::1]"))
        {
            return $"This server answers only as localhost or 127.0.0.1, not as {request.Host.Host}.";
        }

        if (HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method))
        {
            return null;
        }

        string? origin = request.Headers.Origin;
        string? site = request.Headers["Sec-Fetch-Site"];
        return (origin is null || origin == $"{request.Scheme}://{request.Host}") && site is null or "same-origin"
            ? null
            : "Commands are taken only from the page of this server, not from another web page.";
    }
}
