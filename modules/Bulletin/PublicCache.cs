namespace InclusionPlatform.Bulletin;

/// <summary>Public pages are the same for everybody, so proxies may keep them for a minute.</summary>
internal static class PublicCache
{
    public static void Allow(HttpContext http) => http.Response.Headers.CacheControl = "public, max-age=60";
}
