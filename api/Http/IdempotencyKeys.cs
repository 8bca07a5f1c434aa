using InclusionPlatform.Shared.Messaging;

namespace InclusionPlatform.Api.Http;

/// <summary>Hands the <c>Idempotency-Key</c> of a POST to the command that it becomes.</summary>
internal static class IdempotencyKeys
{
    private const string Header = "Idempotency-Key";
    private const int MaximumLength = 200;

    public static Task Read(HttpContext http, RequestDelegate next)
    {
        if (HttpMethods.IsPost(http.Request.Method) && http.Request.Headers.TryGetValue(Header, out var key))
        {
            if (key.ToString() is not { Length: > 0 and <= MaximumLength } value)
            {
                throw new RequestException(StatusCodes.Status400BadRequest, "idempotency.key-form", new(
                    "L'intestazione Idempotency-Key deve avere da 1 a 200 caratteri.", "The Idempotency-Key header needs 1 to 200 characters."));
            }

            http.RequestServices.GetRequiredService<IdempotencyKey>().Value = value;
        }

        return next(http);
    }
}
